-- What an article says of agency, sponsor and corrections, and how far its text is to be trusted.
-- Columns of rows that stand already are null until their pages are extracted again.

alter table articles add column agency text;
alter table articles add column advertorial_reason text;
alter table articles add column sponsor text;
alter table articles add column initials text;
alter table articles add column correction text;
alter table articles add column method text;
alter table articles add column confidence real;
alter table articles add column warnings text;
alter table articles add column certainty text generated always as (case
    when confidence >= 0.9 then 'high' when confidence >= 0.6 then 'medium' when confidence >= 0 then 'low'
end) virtual;
create index articles_certainty on articles(certainty);

alter table article_revisions add column method text;
alter table article_revisions add column confidence real;
alter table article_revisions add column warnings text;
