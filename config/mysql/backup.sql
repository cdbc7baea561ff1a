-- Full online backup of the server by MySQL's clone plugin, without downtime. Run by an administrator:
--   sed "s#/TO/A/NEW/FOLDER#/backups/$(date +%Y-%m-%d-%H%M)#" config/mysql/backup.sql | mysql
-- The folder is on the server, must not exist before, and becomes a data directory: to restore, or to test a restore, start
-- mysqld on a copy of it. Then verify the data: java -jar tees-triage.jar verify --checkpoints FOLDER
INSTALL PLUGIN clone SONAME 'mysql_clone.so';
CLONE LOCAL DATA DIRECTORY = '/TO/A/NEW/FOLDER';
UNINSTALL PLUGIN clone;
