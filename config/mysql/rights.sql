-- Database privileges. Run by an administrator after every migration that creates a table; idempotent:
--   sed "s/teestriage\./MYDATABASE./" config/mysql/rights.sql | mysql
-- One line per table; tests run with these privileges and fail if a table is missing here.

-- The service reads every table, only inserts into append-only tables, and changes the others.
GRANT SELECT ON teestriage.* TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.concern TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.part TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.note TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.waiting_step TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.decided_step TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.obligations TO 'tees_triage_app'@'%';
GRANT INSERT ON teestriage.reporting_route TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE ON teestriage.question TO 'tees_triage_app'@'%';
GRANT INSERT ON teestriage.partner_check TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.letter TO 'tees_triage_app'@'%';
GRANT INSERT ON teestriage.timeline_entry TO 'tees_triage_app'@'%';
GRANT INSERT ON teestriage.timeline_detail TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.given_answer TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.colleague TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.postcode TO 'tees_triage_app'@'%';
GRANT INSERT ON teestriage.reading TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.enclosure TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.delivery_attempt TO 'tees_triage_app'@'%';
GRANT INSERT ON teestriage.channel_switch TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.draft TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.wall TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.broken_glass TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.duty_work TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.stand_in TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.turned_away TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.checkpoint TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.child_mark TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.outcome_given TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.child_look_up TO 'tees_triage_app'@'%';

-- Earlier releases granted more. MySQL before 8.0.30 does not know IF EXISTS: leave the words out there, on an upgrade.
REVOKE IF EXISTS UPDATE, DELETE ON teestriage.timeline_detail FROM 'tees_triage_app'@'%';

-- Tables of the process engine.
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_GE_BYTEARRAY TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_GE_PROPERTY TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_GE_SCHEMA_LOG TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_ACTINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_ATTACHMENT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_BATCH TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_CASEACTINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_CASEINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_COMMENT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_DECINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_DEC_IN TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_DEC_OUT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_DETAIL TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_EXT_TASK_LOG TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_IDENTITYLINK TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_INCIDENT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_JOB_LOG TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_OP_LOG TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_PROCINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_TASKINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_HI_VARINST TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_ID_GROUP TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_ID_INFO TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_ID_MEMBERSHIP TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_ID_TENANT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_ID_TENANT_MEMBER TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_ID_USER TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RE_CAMFORMDEF TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RE_CASE_DEF TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RE_DECISION_DEF TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RE_DECISION_REQ_DEF TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RE_DEPLOYMENT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RE_PROCDEF TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_AUTHORIZATION TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_BATCH TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_CASE_EXECUTION TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_CASE_SENTRY_PART TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_EVENT_SUBSCR TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_EXECUTION TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_EXT_TASK TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_FILTER TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_IDENTITYLINK TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_INCIDENT TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_JOB TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_JOBDEF TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_METER_LOG TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_TASK TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_TASK_METER_LOG TO 'tees_triage_app'@'%';
GRANT INSERT, UPDATE, DELETE ON teestriage.ACT_RU_VARIABLE TO 'tees_triage_app'@'%';

-- Only migrations write to this table.
GRANT SELECT ON teestriage.flyway_schema_history TO 'tees_triage_app'@'%';

-- An auditor reads the timeline, the read log, decision times, access restrictions and emergency access. No text about a
-- child: only the service can apply access control and redaction to that text.
GRANT SELECT ON teestriage.timeline_entry TO 'tees_triage_auditor'@'%';
GRANT SELECT ON teestriage.reading TO 'tees_triage_auditor'@'%';
GRANT SELECT ON teestriage.checkpoint TO 'tees_triage_auditor'@'%';
GRANT SELECT ON teestriage.channel_switch TO 'tees_triage_auditor'@'%';
GRANT SELECT (reference, received_at, closed_at, duplicate_of, timeline_length, timeline_head) ON teestriage.concern TO 'tees_triage_auditor'@'%';
GRANT SELECT (reference, number, hub, authority, standing, proposed_hub) ON teestriage.part TO 'tees_triage_auditor'@'%';
GRANT SELECT (reference, step, item, hub, priority_rank, opened_at, due, warned, breached, claimed_by, claimed_by_name) ON teestriage.waiting_step TO 'tees_triage_auditor'@'%';
GRANT SELECT (reference, step, item, round, opened_at, due, decided_at, decided_by, decided_by_name, hub) ON teestriage.decided_step TO 'tees_triage_auditor'@'%';
GRANT SELECT (reference, number, purpose, item, revision, partner, content_hash, prepared_at, state, approved_by, delivered_at, settled_at, their_reference) ON teestriage.letter TO 'tees_triage_auditor'@'%';
GRANT SELECT ON teestriage.wall TO 'tees_triage_auditor'@'%';
GRANT SELECT ON teestriage.broken_glass TO 'tees_triage_auditor'@'%';
