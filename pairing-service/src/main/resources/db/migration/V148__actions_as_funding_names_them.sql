-- An action has one code in all services: that by which projects name it.
update help_measure set action = case action
    when 'RESETTLEMENT' then 'RELOCATION'
    when 'MIGRANT_TRAINING' then 'TRAINING'
    when 'PROPERTY_INCOME' then 'PROPERTY_RIGHTS'
    else 'SOCIETY' end
  where action in ('RESETTLEMENT', 'MIGRANT_TRAINING', 'PROPERTY_INCOME', 'SOCIAL');
