-- The database and its three users. Run by an administrator once, before the first start, with passwords of your own:
--   sed "s/MIGRATE-SECRET/$A/; s/APP-SECRET/$B/; s/AUDITOR-SECRET/$C/" config/mysql/users.sql | mysql
-- Then start once, or run the command migrate, so that the tables are there, and run rights.sql.
CREATE DATABASE IF NOT EXISTS teestriage CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- Makes and changes tables, for as long as a migration takes. The service itself does not know this user where migrations
-- are run apart.
CREATE USER IF NOT EXISTS 'tees_triage_migrate'@'%' IDENTIFIED BY 'MIGRATE-SECRET' REQUIRE SSL;
GRANT ALL ON teestriage.* TO 'tees_triage_migrate'@'%';

-- The service. It makes no table and takes nothing back from the timeline and the read log; rights.sql says the rest.
CREATE USER IF NOT EXISTS 'tees_triage_app'@'%' IDENTIFIED BY 'APP-SECRET' REQUIRE SSL;
GRANT SELECT ON teestriage.* TO 'tees_triage_app'@'%';

-- Somebody who reads what an auditor may, and nothing else.
CREATE USER IF NOT EXISTS 'tees_triage_auditor'@'%' IDENTIFIED BY 'AUDITOR-SECRET' REQUIRE SSL;
