-- H2 does not walk a primary key backwards: without this it reads all cases, and sorts them, for each page of the list. PostgreSQL needs none.
create index service_case_newest on service_case (id desc);
