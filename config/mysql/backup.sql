-- A whole copy of the running server, taken without stopping anybody, by MySQL's own clone plugin. Run by an administrator:
--   sed "s#/TO/A/NEW/FOLDER#/backups/$(date +%Y-%m-%d-%H%M)#" config/mysql/backup.sql | mysql
-- The folder is on the server, must not exist yet, and afterwards is a data directory: to restore, or to try whether you
-- could, start mysqld on a copy of it. Then prove it: java -jar tees-triage.jar verify --checkpoints FOLDER
INSTALL PLUGIN clone SONAME 'mysql_clone.so';
CLONE LOCAL DATA DIRECTORY = '/TO/A/NEW/FOLDER';
UNINSTALL PLUGIN clone;
