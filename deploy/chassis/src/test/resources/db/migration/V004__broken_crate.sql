alter table crate add check (shelf <> 'BROKEN');
