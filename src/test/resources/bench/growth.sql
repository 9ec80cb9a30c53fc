-- The rows of GrowthRows. Values in braces are put in before a statement is sent; statements end with a line that ends in ';'.
-- Several connections send them, each for a share of the accounts and sessions.

-- Numbers give ids that are as scattered as random ones, and the same in each run.
create or replace function pg_temp.account_id(n bigint) returns uuid language sql as $$ select md5('account ' || n)::uuid $$;
create or replace function pg_temp.session_id(n bigint) returns uuid language sql as $$ select md5('session ' || n)::uuid $$;
select setseed({seed});

insert into account (id, issuer, subject, email, email_verified, name, picture, created_at, signed_in_at, disabled_at)
select pg_temp.account_id(i), 'https://accounts.google.com', (100000000000000000000 + i::numeric * 7919)::text,
    case when i % 100 > 0 then given || '.' || family || i || '@mail.example' end, 1,
    case when i % 100 > 0 then given || ' ' || family end,
    'https://lh3.googleusercontent.com/a/' || repeat(md5(i::text), 2) || '=s96-c',
    created, created + random() * (timestamp '{now}' - created),
    case when i % 500 = 7 then timestamp '{now}' - interval '1 day' end
from (
    select i, (array['Ada','Bea','Carl','Dora','Emil','Finn','Grete','Hugo','Ines','Jan'])[1 + i % 10] as given,
        initcap(translate(substr(md5((i / 20)::text), 1, 7), '0123456789', 'aeioulmnrs')) as family,
        timestamp '{now}' - random() * interval '730 days' as created
    from generate_series({first_account}, {last_account}) i) people;

-- Three in a hundred have no grant. One in fifty has one that ends at a known time.
insert into google_grant (account_id, client_id, status, version, scopes, refresh_token, refresh_token_expires_at,
    refresh_tokens_received, access_token, access_token_issued_at, access_token_expires_at, granted_at, last_refreshed_at,
    last_failure_at, last_failure_code, refresh_token_used_at)
select id, 'client-1',
    case when n < 0.9 then 'ACTIVE' when n < 0.92 then 'DEGRADED' when n < 0.94 then 'SCOPE_SHORT' when n < 0.98 then 'REVOKED'
        else 'REAUTH_REQUIRED' end, 3,
    'openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/userinfo.profile'
        || ' https://www.googleapis.com/auth/drive.readonly',
    decode(repeat(md5(id::text), 8), 'hex'), case when n < 0.02 then timestamp '{now}' + n * interval '3000 days' end,
    1 + (n * 5)::int, decode(repeat(md5(id::text), 17), 'hex'), used, used + interval '1 hour', created_at, used,
    case when n >= 0.9 then used end, case when n >= 0.9 then 'invalid_grant' end, used
from (
    select account.id, created_at, random() as n,
        timestamp '{now}' - random() * random() * interval '170 days' as used
    from generate_series({first_account}, {last_account}) i join account on account.id = pg_temp.account_id(i)
    where i % 33 <> 1) people;

-- Of 31 days, as long as a row is kept under the default settings. A quarter of them lives, a fifth has ended by disuse, the
-- rest otherwise; one in a hundred belongs to nobody any more. Four in five were rotated with an Idempotency-Key.
insert into user_session (id, account_id, generation, rotation_key_hash, created_at, rotated_at, refreshed_at, idle_ends_at,
    ends_at, ended_at, end_reason, user_agent, address, past_rotations, sweep_from)
select pg_temp.session_id(i), case when kind < 0.99 then pg_temp.account_id(person) end, 1 + (random() * 200)::int,
    case when keyed then encode(sha256(i::text::bytea), 'base64') end,
    created, used, used, least(used + interval '7 days', created + interval '30 days'), created + interval '30 days', ended,
    case when ended is not null then case when kind < 0.45 then 'IDLE' else 'SIGNED_OUT' end end,
    case when ended is null then 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
        || ' Chrome/140.0.0.0 Safari/537.36' end,
    case when ended is null then '203.0.113.' || i % 250 end,
    case when keyed then decode(repeat(md5(i::text), 4), 'hex') else ''::bytea end,
    case when ended is null
        then greatest(created + interval '7 days', timestamp '{now}' - interval '15 minutes' + random() * interval '7 days')
        else created + interval '7 days' end
from (
    select *, case when kind < 0.25 then null when kind < 0.45
        then least(used + interval '7 days', created + interval '30 days') else used end as ended
    from (
        select *, case when kind < 0.25
                then greatest(created, timestamp '{now}' - random() * interval '7 days')
            when kind < 0.45 then created + random() * (timestamp '{now}' - interval '7 days' - created)
            else created + random() * (timestamp '{now}' - created) end as used
        from (
            select i, random() < 0.8 as keyed, timestamp '{now}' - age * interval '1 day' as created,
                -- Too old to live, or too young to have been left alone for a week: ended otherwise.
                case when n < 0.25 and age > 29 or n between 0.25 and 0.45 and age < 7 then 0.6 else n end as kind,
                case when i <= {busiest} then 1 else 1 + (random() * random() * ({accounts} - 1))::int end as person
            from (select i, random() as n, random() * 31.01 as age
                from generate_series({first_session}, {last_session}) i) drawn) aged) timed) ended;

insert into activity (id, account_id, happened_at, type, session_id, address, user_agent)
select md5('event ' || i)::uuid, pg_temp.account_id(1 + (random() * random() * ({accounts} - 1))::int),
    timestamp '{now}' - random() * interval '180.01 days', case when i % 2 = 0 then 'SIGNED_IN' else 'SESSION_ENDED' end,
    pg_temp.session_id(i), '203.0.113.' || i % 250,
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
from generate_series({first_session}, {last_session}) i;

-- Five administrators, who mostly look.
insert into audit_entry (id, happened_at, type, looked, admin_id, account_id, address, user_agent)
select md5('audit ' || i)::uuid, timestamp '{now}' - random() * interval '365.01 days',
    case when i % 20 = 0 then 'account_disabled' else 'account_viewed' end, case when i % 20 = 0 then 0 else 1 end,
    pg_temp.account_id(1 + i % 5), pg_temp.account_id(1 + (random() * ({accounts} - 1))::int), '203.0.113.7', 'Mozilla/5.0'
from generate_series({first_account}, {last_account}) i;
