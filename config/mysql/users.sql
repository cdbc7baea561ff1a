-- The database and its three accounts. Run once by an administrator before the first start, with your own passwords:
--   sed "s/MIGRATE-SECRET/$A/; s/APP-SECRET/$B/; s/AUDITOR-SECRET/$C/" config/mysql/users.sql | mysql
-- Then create the tables by a first start or by the command migrate, and run rights.sql.
CREATE DATABASE IF NOT EXISTS teestriage CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- Creates and changes tables during a migration. Where migrations run separately, the service does not have this account.
CREATE USER IF NOT EXISTS 'tees_triage_migrate'@'%' IDENTIFIED BY 'MIGRATE-SECRET' REQUIRE SSL;
GRANT ALL ON teestriage.* TO 'tees_triage_migrate'@'%';

-- The service. It creates no table, and cannot change timeline entries or the read log; rights.sql grants the rest.
CREATE USER IF NOT EXISTS 'tees_triage_app'@'%' IDENTIFIED BY 'APP-SECRET' REQUIRE SSL;
GRANT SELECT ON teestriage.* TO 'tees_triage_app'@'%';

-- Read-only access for an auditor; rights.sql grants it.
CREATE USER IF NOT EXISTS 'tees_triage_auditor'@'%' IDENTIFIED BY 'AUDITOR-SECRET' REQUIRE SSL;
