-- How each person wants the console: theme, language, columns.

create table user_preference (
  user_name varchar(255) not null,
  name varchar(40) not null,
  setting varchar(2000) not null,
  primary key (user_name, name)
);
