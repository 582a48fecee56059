-- Who signs in sees all they are asked, answered or not.
drop index gatehouse.question_open_of_sponsor;
create index question_of_sponsor on gatehouse.question (tenant, sponsor_id, asked_at);
