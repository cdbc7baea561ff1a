-- With which save each page and each list member of a draft last changed, so that a second window cannot overwrite or remove what
-- it has not seen; encrypted like the content. Null stands for a draft that only an earlier release has saved.
alter table draft add column changes mediumtext;
-- While a draft is being sent it is not changed.
alter table draft add column sending_until bigint;
