-- Every user and database of the compose topology, made once, when the volume is new. Run by the superuser, with
-- the passwords in the environment: psql reads them itself, so that they stand in no argument and no file.
\set ON_ERROR_STOP on
\getenv temporal_password TEMPORAL_DB_PASSWORD
\getenv owner_password GATEHOUSE_DB_OWNER_PASSWORD
\getenv program_password GATEHOUSE_DB_PASSWORD
\getenv pages_password GATEHOUSE_DB_READER_PASSWORD

create role temporal login password :'temporal_password';
create role gatehouse_owner login password :'owner_password';
create role gatehouse_program login password :'program_password';
create role gatehouse_pages login password :'pages_password';

create database temporal owner temporal;
create database temporal_visibility owner temporal;
create database gatehouse owner gatehouse_owner;

-- Whoever has a password may sign in to any database until told otherwise: the server of the workflows has no
-- business in the ledger, and Gatehouse none in the histories.
revoke all on database postgres, template1, temporal, temporal_visibility, gatehouse from public;
grant connect on database gatehouse to gatehouse_program, gatehouse_pages;
