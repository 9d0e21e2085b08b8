-- Alerts about what was not announced, not long enough on the boards, or objected to without an answer.

alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check
  check (kind in ('IDLE_MONEY', 'OVERDUE_RATE', 'LOAN_MISUSE', 'USE_UNCHECKED', 'IDLE_POOL', 'UNUSED_FUND', 'STUDENT_UNPAID',
                  'DUPLICATE_BENEFIT', 'INELIGIBLE_BENEFIT', 'NEGATIVE_LIST', 'SPLIT_PROJECT', 'UNDISCLOSED_PROJECT',
                  'UNDISCLOSED_PAYMENTS', 'UNDISCLOSED_MONEY', 'BOARD_TOO_SHORT', 'OBJECTION_OVERDUE'));
