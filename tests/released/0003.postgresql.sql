CREATE TABLE public.account (
    id character varying(12) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(12) NOT NULL,
    password_hash character varying(200),
    bot boolean NOT NULL,
    disabled_at bigint,
    created_at bigint NOT NULL,
    totp_secret character varying(64),
    totp_since bigint,
    totp_step bigint,
    erased_at bigint
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.api_token (
    id character varying(12) NOT NULL,
    token_digest character varying(64) NOT NULL,
    account_id character varying(12) NOT NULL,
    name character varying(80) NOT NULL,
    scopes json NOT NULL,
    drill_id character varying(12),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    revoked_at bigint
);
CREATE TABLE public.appeal (
    id character varying(12) NOT NULL,
    scope character varying(90) NOT NULL,
    team_id character varying(12),
    application_id character varying(12),
    inject character varying(64),
    ground character varying(64) NOT NULL,
    words character varying(4000) NOT NULL,
    salt character varying(32) NOT NULL,
    filed_by character varying(12),
    filed_at bigint NOT NULL,
    state character varying(10) NOT NULL,
    reason character varying(40),
    note character varying(1000) NOT NULL,
    decided_by character varying(12),
    decided_at bigint
);
CREATE TABLE public.application (
    id character varying(12) NOT NULL,
    programme_id character varying(12) NOT NULL,
    code character varying(8) NOT NULL,
    language character varying(12) NOT NULL,
    lead_name character varying(120) NOT NULL,
    lead_mail character varying(254) NOT NULL,
    link_digest character varying(64) NOT NULL,
    spare_digest character varying(64),
    link_mailed_at bigint,
    state character varying(12) NOT NULL,
    draft json NOT NULL,
    draft_version integer NOT NULL,
    saved_at bigint NOT NULL,
    notice character varying(12),
    notice_read_at bigint,
    cure_until bigint,
    cure_parts json NOT NULL,
    salt character varying(32) NOT NULL,
    created_at bigint NOT NULL,
    erased_at bigint
);
CREATE TABLE public.application_file (
    id character varying(12) NOT NULL,
    application_id character varying(12) NOT NULL,
    document character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    size integer NOT NULL,
    digest character varying(64) NOT NULL,
    signer json NOT NULL,
    elements json NOT NULL,
    sent_at bigint NOT NULL,
    removed_at bigint
);
CREATE TABLE public.application_version (
    id character varying(12) NOT NULL,
    application_id character varying(12) NOT NULL,
    version integer NOT NULL,
    current boolean NOT NULL,
    content json NOT NULL,
    files json NOT NULL,
    sent_at bigint NOT NULL,
    in_grace boolean NOT NULL,
    cure boolean NOT NULL,
    complete boolean NOT NULL,
    salt character varying(32) NOT NULL
);
CREATE TABLE public.assignment (
    id character varying(12) NOT NULL,
    desk character varying(90) NOT NULL,
    account_id character varying(12) NOT NULL,
    team_id character varying(12),
    inject character varying(64),
    application_id character varying(12),
    purpose character varying(10) NOT NULL,
    given_at bigint NOT NULL,
    ended_at bigint,
    ended_why character varying(20),
    CONSTRAINT ck_assignment_one_unit CHECK (((application_id IS NULL) = (team_id IS NOT NULL)))
);
CREATE TABLE public.attachment_file (
    scenario_digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.attendance (
    programme_id character varying(12) NOT NULL,
    session character varying(64) NOT NULL,
    application_id character varying(12) NOT NULL,
    present integer NOT NULL,
    noted_by character varying(12) NOT NULL,
    noted_at bigint NOT NULL
);
CREATE TABLE public.award (
    id character varying(12) NOT NULL,
    programme_id character varying(12) NOT NULL,
    stage character varying(64) NOT NULL,
    award character varying(64) NOT NULL,
    application_id character varying(12) NOT NULL,
    seats integer NOT NULL,
    place integer NOT NULL,
    state character varying(10) NOT NULL,
    reason json NOT NULL,
    people json,
    offered_at bigint,
    expires_at bigint,
    answered_at bigint
);
CREATE TABLE public.blob (
    digest character varying(64) NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.calibration_rating (
    desk character varying(90) NOT NULL,
    account_id character varying(12) NOT NULL,
    item character varying(80) NOT NULL,
    criterion character varying(64) NOT NULL,
    level character varying(40) NOT NULL,
    given_at bigint NOT NULL
);
CREATE TABLE public.call_file (
    digest character varying(64) NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.consent (
    id character varying(12) NOT NULL,
    participant_id character varying(12) NOT NULL,
    purpose character varying(20) NOT NULL,
    notice character varying(12) NOT NULL,
    given_at bigint NOT NULL,
    withdrawn_at bigint
);
CREATE TABLE public.decision (
    id character varying(12) NOT NULL,
    scope character varying(40) NOT NULL,
    kind character varying(24) NOT NULL,
    subject json NOT NULL,
    reason character varying(40),
    note character varying(1000) NOT NULL,
    salt character varying(32) NOT NULL,
    state character varying(10) NOT NULL,
    proposed_by character varying(12) NOT NULL,
    proposed_at bigint NOT NULL,
    ended_by character varying(12),
    ended_at bigint
);
CREATE TABLE public.declaration (
    desk character varying(90) NOT NULL,
    account_id character varying(12) NOT NULL,
    languages json NOT NULL,
    country character varying(64),
    institution character varying(200),
    declared_at bigint NOT NULL
);
CREATE TABLE public.delivery (
    id integer NOT NULL,
    drill_id character varying(12) NOT NULL,
    team_id character varying(12) NOT NULL,
    inject character varying(64) NOT NULL,
    "position" integer NOT NULL,
    state character varying(10) NOT NULL,
    reason character varying(40),
    late boolean NOT NULL,
    final boolean NOT NULL,
    due_at bigint,
    delivered_at bigint,
    received_at bigint,
    opened_at bigint,
    answered_at bigint,
    deadline_at bigint,
    closes_at bigint,
    withdrawn_at bigint
);
CREATE SEQUENCE public.delivery_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.delivery_id_seq OWNED BY public.delivery.id;
CREATE TABLE public.departure (
    id bigint NOT NULL,
    actor character varying(40) NOT NULL,
    session_id character varying(12),
    at bigint NOT NULL
);
CREATE SEQUENCE public.departure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.departure_id_seq OWNED BY public.departure.id;
CREATE TABLE public.draft (
    delivery_id integer NOT NULL,
    content json NOT NULL,
    participant_id character varying(12),
    saved_at bigint NOT NULL,
    proposed_at bigint,
    stood json,
    stood_by character varying(12)
);
CREATE TABLE public.drill (
    id character varying(12) NOT NULL,
    name character varying(120) NOT NULL,
    scenario_digest character varying(64) NOT NULL,
    language character varying(12) NOT NULL,
    time_zone character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    rehearsal boolean NOT NULL,
    ai_allowed boolean NOT NULL,
    joining boolean NOT NULL,
    stopped boolean NOT NULL,
    duration bigint NOT NULL,
    clock_base bigint NOT NULL,
    clock_since bigint,
    speed integer NOT NULL,
    seen_at bigint,
    started_at bigint,
    paused_at bigint,
    ended_at bigint,
    published_at bigint,
    lead_id character varying(12),
    salt character varying(32) NOT NULL,
    created_at bigint NOT NULL,
    programme_id character varying(12),
    guessed_at bigint,
    guesses integer,
    keep_until bigint,
    stage character varying(64),
    score_rules json,
    rating_closed_at bigint,
    register_closed_at bigint,
    provisional_at bigint
);
CREATE TABLE public.eligibility (
    id character varying(12) NOT NULL,
    application_id character varying(12) NOT NULL,
    account_id character varying(12) NOT NULL,
    version integer NOT NULL,
    current boolean NOT NULL,
    verdict character varying(12) NOT NULL,
    reasons json NOT NULL,
    note character varying(1000) NOT NULL,
    found_at bigint NOT NULL
);
CREATE TABLE public.feed (
    reader character varying(40) NOT NULL,
    n bigint NOT NULL,
    stream character varying(40) NOT NULL,
    seq bigint NOT NULL
);
CREATE TABLE public.flag (
    team_id character varying(12) NOT NULL,
    flag character varying(64) NOT NULL,
    set_at bigint NOT NULL
);
CREATE TABLE public."grant" (
    id character varying(12) NOT NULL,
    account_id character varying(12) NOT NULL,
    role character varying(20) NOT NULL,
    scope character varying(40) NOT NULL
);
CREATE TABLE public.hotwash_note (
    team_id character varying(12) NOT NULL,
    question integer NOT NULL,
    participant_id character varying(12) NOT NULL,
    text character varying(2000) NOT NULL
);
CREATE TABLE public.log (
    stream character varying(40) NOT NULL,
    seq bigint NOT NULL,
    drill_time bigint,
    wall_time bigint NOT NULL,
    actor character varying(40) NOT NULL,
    team character varying(12),
    kind character varying(40) NOT NULL,
    payload json NOT NULL,
    hash character varying(64) NOT NULL
);
CREATE TABLE public.mail (
    id character varying(12) NOT NULL,
    about character varying(40) NOT NULL,
    programme_id character varying(12),
    kind character varying(24) NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(12) NOT NULL,
    facts json NOT NULL,
    written_at bigint NOT NULL,
    due_at bigint,
    tries integer NOT NULL,
    problem character varying(200),
    sent_at bigint
);
CREATE TABLE public.one_use_link (
    token_digest character varying(64) NOT NULL,
    purpose character varying(20) NOT NULL,
    account_id character varying(12),
    expires_at bigint NOT NULL,
    used_at bigint
);
CREATE TABLE public."order" (
    id character varying(12) NOT NULL,
    drill_id character varying(12) NOT NULL,
    verb character varying(20) NOT NULL,
    inject character varying(64) NOT NULL,
    teams json NOT NULL,
    unmet json NOT NULL,
    reason character varying(40),
    actor character varying(40) NOT NULL,
    state character varying(10) NOT NULL,
    runs_at bigint NOT NULL
);
CREATE TABLE public.participant (
    id character varying(12) NOT NULL,
    team_id character varying(12) NOT NULL,
    name character varying(80) NOT NULL,
    language character varying(12) NOT NULL,
    return_digest character varying(64) NOT NULL,
    short_code character varying(8) NOT NULL,
    salt character varying(32) NOT NULL,
    bot boolean NOT NULL,
    away_since bigint,
    joined_at bigint NOT NULL,
    removed_at bigint,
    notice character varying(12),
    notice_read_at bigint,
    erased_at bigint
);
CREATE TABLE public.pause_request (
    id character varying(12) NOT NULL,
    drill_id character varying(12) NOT NULL,
    participant_id character varying(12) NOT NULL,
    asked_at bigint NOT NULL,
    answered_at bigint
);
CREATE TABLE public.penalty (
    id character varying(12) NOT NULL,
    drill_id character varying(12) NOT NULL,
    team_id character varying(12) NOT NULL,
    points character varying(10) NOT NULL,
    reason character varying(64) NOT NULL,
    decision_id character varying(12) NOT NULL,
    given_at bigint NOT NULL,
    lifted_at bigint
);
CREATE TABLE public.programme (
    id character varying(12) NOT NULL,
    name character varying(120) NOT NULL,
    created_at bigint NOT NULL,
    call_digest character varying(64),
    call_published_at bigint,
    salt character varying(32) DEFAULT ''::character varying NOT NULL,
    keep_until bigint
);
CREATE TABLE public.rating (
    id character varying(12) NOT NULL,
    response_id character varying(12),
    criterion character varying(64) NOT NULL,
    account_id character varying(12) NOT NULL,
    version integer NOT NULL,
    current boolean NOT NULL,
    level character varying(40),
    sentence character varying(1000) NOT NULL,
    given_at bigint NOT NULL,
    application_id character varying(12),
    reason character varying(40),
    CONSTRAINT ck_rating_one_unit CHECK (((application_id IS NULL) = (response_id IS NOT NULL)))
);
CREATE TABLE public.reader (
    name character varying(40) NOT NULL,
    n bigint NOT NULL
);
CREATE TABLE public.recovery_code (
    code_digest character varying(64) NOT NULL,
    account_id character varying(12) NOT NULL,
    used_at bigint
);
CREATE TABLE public.recusal (
    id character varying(12) NOT NULL,
    desk character varying(90) NOT NULL,
    account_id character varying(12) NOT NULL,
    team_id character varying(12),
    application_id character varying(12),
    reason character varying(20) NOT NULL,
    said_by character varying(12) NOT NULL,
    said_at bigint NOT NULL,
    CONSTRAINT ck_recusal_one_unit CHECK (((application_id IS NULL) = (team_id IS NOT NULL)))
);
CREATE TABLE public.response (
    id character varying(12) NOT NULL,
    delivery_id integer NOT NULL,
    client_id character varying(64) NOT NULL,
    version integer NOT NULL,
    state character varying(12) NOT NULL,
    current boolean NOT NULL,
    participant_id character varying(12),
    entered_by character varying(12),
    content json NOT NULL,
    salt character varying(32) NOT NULL,
    typed_at bigint,
    received_at bigint NOT NULL,
    received_wall bigint NOT NULL,
    erased_at bigint
);
CREATE TABLE public.ruling (
    id character varying(12) NOT NULL,
    drill_id character varying(12) NOT NULL,
    about character varying(40) NOT NULL,
    version integer NOT NULL,
    current boolean NOT NULL,
    verdict character varying(10) NOT NULL,
    reason character varying(40) NOT NULL,
    decision_id character varying(12),
    ruled_by character varying(12) NOT NULL,
    ruled_at bigint NOT NULL
);
CREATE TABLE public.scenario_file (
    digest character varying(64) NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.seat_holder (
    team_id character varying(12) NOT NULL,
    seat character varying(64) NOT NULL,
    participant_id character varying(12) NOT NULL,
    lead boolean NOT NULL
);
CREATE TABLE public.setting (
    name character varying(40) NOT NULL,
    value character varying(400) NOT NULL
);
CREATE TABLE public.stage (
    programme_id character varying(12) NOT NULL,
    stage character varying(64) NOT NULL,
    state character varying(12) NOT NULL,
    randomness character varying(400),
    opened_at bigint,
    closed_at bigint,
    provisional_at bigint,
    final_at bigint
);
CREATE TABLE public.stream (
    name character varying(40) NOT NULL,
    seq bigint NOT NULL,
    hash character varying(64) NOT NULL
);
CREATE TABLE public.team (
    id character varying(12) NOT NULL,
    drill_id character varying(12) NOT NULL,
    "position" integer NOT NULL,
    name character varying(80) NOT NULL,
    code character varying(12) NOT NULL,
    blind_code character varying(6) NOT NULL,
    language character varying(12) NOT NULL,
    bot boolean NOT NULL,
    online boolean NOT NULL,
    contact_at bigint,
    hotwash_at bigint,
    application_id character varying(12),
    attributes json DEFAULT '{}'::json NOT NULL
);
CREATE TABLE public.web_session (
    token_digest character varying(64) NOT NULL,
    id character varying(12) NOT NULL,
    account_id character varying(12),
    participant_id character varying(12),
    browser character varying(80) NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint,
    expires_at bigint NOT NULL,
    revoked_at bigint,
    application_id character varying(12)
);
ALTER TABLE ONLY public.delivery ALTER COLUMN id SET DEFAULT nextval('public.delivery_id_seq'::regclass);
ALTER TABLE ONLY public.departure ALTER COLUMN id SET DEFAULT nextval('public.departure_id_seq'::regclass);
INSERT INTO public.account VALUES ('q77an465c4cd', 'fatima@ministry.example', 'Fátima', 'es', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('rutxsbdd94ys', 'edo@ministry.example', 'Edo', 'es', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('784hbtmjgtyz', 'eun@ministry.example', 'Eun', 'en', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('924uwbhxjx9b', 'olga@ministry.example', 'Olga', 'pt', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('ytxt9xudhp7b', 'olu@ministry.example', 'Olu', 'en', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('fqt4b8s8xc78', 'ofelia.yct3hk9btffc@programa.example', 'Ofelia', 'es', NULL, false, NULL, 1772455020000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('739n29mbyhgr', 'oriana.yct3hk9btffc@programa.example', 'Oriana', 'es', NULL, false, NULL, 1772455020000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('g6w2psfrsr2w', 'eva0.yct3hk9btffc@programa.example', 'Eva0', 'es', NULL, false, NULL, 1772455020000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('a7n6mgj4meqn', 'eva1.yct3hk9btffc@programa.example', 'Eva1', 'es', NULL, false, NULL, 1772455020000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('24j49cmbxn6j', 'eva2.yct3hk9btffc@programa.example', 'Eva2', 'es', NULL, false, NULL, 1772455020000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('9m7vk5xc8z4x', 'eva3.yct3hk9btffc@programa.example', 'Eva3', 'es', NULL, false, NULL, 1772455020000, NULL, NULL, NULL, NULL);
INSERT INTO public.alembic_version VALUES ('0003');
INSERT INTO public.application VALUES ('aqhd4eh3tsbb', 'yct3hk9btffc', '7VCS5', 'es', 'Ana 0', 'lead0@ar.example', '89dd34dd620266980736a88b036608d734cfc00d639c985f5d541e822304e7f6', NULL, 1772541060000, 'eligible', '{"fields": {"team_name": "Equipo 0", "institution": "Registro Civil de R\u00edo Hondo", "country": "AR", "level": "sub-national", "language": "es", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 0 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Ana 0", "mail": "m0.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Bia 1", "mail": "m0.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Clara 2", "mail": "m0.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', 1, 1772541060000, 'app-2026-11', 1772541060000, NULL, '[]', '46595b99784b7464070bc9985ad9bddc', 1772541060000, NULL);
INSERT INTO public.application VALUES ('gkgzebxf46sz', 'yct3hk9btffc', 'PV6DB', 'es', 'Bia 1', 'lead1@bo.example', 'dad70a1e7ab4379d15b8fdb1b0493f60c0580590271baf25b5ad0b03a43d1e00', NULL, 1772541120000, 'eligible', '{"fields": {"team_name": "Equipo 1", "institution": "Registro Civil de Valle Alto", "country": "BO", "level": "national", "language": "es", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 1 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Bia 0", "mail": "m1.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Clara 1", "mail": "m1.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Dora 2", "mail": "m1.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Elsa 3", "mail": "m1.3@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', 1, 1772541120000, 'app-2026-11', 1772541120000, NULL, '[]', '357d6a758e7d6bcdf4f4d5d68ec0736d', 1772541120000, NULL);
INSERT INTO public.application VALUES ('x56fnj66dtr8', 'yct3hk9btffc', 'CBNJV', 'pt', 'Clara 2', 'lead2@br.example', '65f86cafa7b3c0d9aab020bfb6d888ab166d151fb9e6fca2073469158276f20a', NULL, 1772541180000, 'eligible', '{"fields": {"team_name": "Equipo 2", "institution": "Cart\u00f3rio P\u00fablico de Serra Clara", "country": "BR", "level": "national", "language": "pt", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 2 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Clara 0", "mail": "m2.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Dora 1", "mail": "m2.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Elsa 2", "mail": "m2.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Flor 3", "mail": "m2.3@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Gilda 4", "mail": "m2.4@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', 1, 1772541180000, 'app-2026-11', 1772541180000, NULL, '[]', 'ea38569f2049e2287351524d8b04e0db', 1772541180000, NULL);
INSERT INTO public.application VALUES ('jynxxcjpfvdm', 'yct3hk9btffc', 'WMCGT', 'es', 'Dora 3', 'lead3@cl.example', 'ced1ad68a1a8b3f0f56605f946abc08942f6e6a498b41402906db2e00a5ce9d8', NULL, 1772541240000, 'eligible', '{"fields": {"team_name": "Equipo 3", "institution": "Registro Civil de Puerto Sur", "country": "CL", "level": "sub-national", "language": "es", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 3 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Dora 0", "mail": "m3.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Elsa 1", "mail": "m3.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Flor 2", "mail": "m3.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Gilda 3", "mail": "m3.3@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Hilda 4", "mail": "m3.4@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Irma 5", "mail": "m3.5@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', 1, 1772541240000, 'app-2026-11', 1772541240000, NULL, '[]', '2cb1accad608c94707b815722d19e892', 1772541240000, NULL);
INSERT INTO public.application_file VALUES ('qhrh2ag6z2gb', 'aqhd4eh3tsbb', 'service', 'personal.pdf', 'pdf', 248, '6d67e771af506c769dacdadc1f682ba2b231f85f3d03542544c3339b6013f07d', '{"role": "human_resources", "name": "Lic. Sol"}', '[]', 1772541060000, NULL);
INSERT INTO public.application_file VALUES ('xd45t5wc855p', 'aqhd4eh3tsbb', 'letter', 'carta.pdf', 'pdf', 247, 'c0affbba2ed99d84ac39d50a8081078c715f79d918a44a90a7c4627bd6834e2a', '{"role": "head_of_cybersecurity", "name": "Dra. Paz"}', '["presents", "commits", "follows", "coordinates"]', 1772541060000, NULL);
INSERT INTO public.application_file VALUES ('98syvpypph78', 'gkgzebxf46sz', 'service', 'personal.pdf', 'pdf', 248, 'cd6acd79b39bae664a4a182a0ec6025c34e3fb0186e394fc835104cf2ddeb7e5', '{"role": "human_resources", "name": "Lic. Sol"}', '[]', 1772541120000, NULL);
INSERT INTO public.application_file VALUES ('zmgnqfsstnzu', 'gkgzebxf46sz', 'letter', 'carta.pdf', 'pdf', 247, '257d60aaa6e03c1078ab6ad18d5d112647b74d2066d3b27af21ea40339eef1be', '{"role": "head_of_cybersecurity", "name": "Dra. Paz"}', '["presents", "commits", "follows", "coordinates"]', 1772541120000, NULL);
INSERT INTO public.application_file VALUES ('anda29mua6ru', 'x56fnj66dtr8', 'service', 'personal.pdf', 'pdf', 248, '1cbec39dc3a5148ad7f55d1fa9cf9ec79d0b45f12b21813c77307503e96a9994', '{"role": "human_resources", "name": "Lic. Sol"}', '[]', 1772541180000, NULL);
INSERT INTO public.application_file VALUES ('y32bf2f99txp', 'x56fnj66dtr8', 'letter', 'carta.pdf', 'pdf', 247, '82086e5602a94e923ff7fc06b7fb897c03bd1647ee3ab385050e03c46928107c', '{"role": "head_of_cybersecurity", "name": "Dra. Paz"}', '["presents", "commits", "follows", "coordinates"]', 1772541180000, NULL);
INSERT INTO public.application_file VALUES ('ujphhmwdumwz', 'jynxxcjpfvdm', 'service', 'personal.pdf', 'pdf', 248, 'ffb80ffb13ec5b88b029d726d0d14d6f6ab6fe539c705798269c68970fa4f0f0', '{"role": "human_resources", "name": "Lic. Sol"}', '[]', 1772541240000, NULL);
INSERT INTO public.application_file VALUES ('8746dy6gzzdy', 'jynxxcjpfvdm', 'letter', 'carta.pdf', 'pdf', 247, 'effe81a918118572bfb30240f0fd4111f944c8406a6a3d909215aaa5edbd6362', '{"role": "head_of_cybersecurity", "name": "Dra. Paz"}', '["presents", "commits", "follows", "coordinates"]', 1772541240000, NULL);
INSERT INTO public.application_version VALUES ('ekmha7h8jfbe', 'aqhd4eh3tsbb', 1, true, '{"fields": {"team_name": "Equipo 0", "institution": "Registro Civil de R\u00edo Hondo", "country": "AR", "level": "sub-national", "language": "es", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 0 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Ana 0", "mail": "m0.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Bia 1", "mail": "m0.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Clara 2", "mail": "m0.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', '{"service": "qhrh2ag6z2gb", "letter": "xd45t5wc855p"}', 1772541060000, false, false, true, '1ca39c081df3a01dc721c53b88b2608a');
INSERT INTO public.application_version VALUES ('ye2ws4cyd5aq', 'gkgzebxf46sz', 1, true, '{"fields": {"team_name": "Equipo 1", "institution": "Registro Civil de Valle Alto", "country": "BO", "level": "national", "language": "es", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 1 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Bia 0", "mail": "m1.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Clara 1", "mail": "m1.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Dora 2", "mail": "m1.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Elsa 3", "mail": "m1.3@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', '{"service": "98syvpypph78", "letter": "zmgnqfsstnzu"}', 1772541120000, false, false, true, 'fbdff3f8960a148d7e2af1479ea5ca66');
INSERT INTO public.application_version VALUES ('qsyuudjh9wvk', 'x56fnj66dtr8', 1, true, '{"fields": {"team_name": "Equipo 2", "institution": "Cart\u00f3rio P\u00fablico de Serra Clara", "country": "BR", "level": "national", "language": "pt", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 2 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Clara 0", "mail": "m2.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Dora 1", "mail": "m2.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Elsa 2", "mail": "m2.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Flor 3", "mail": "m2.3@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Gilda 4", "mail": "m2.4@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', '{"service": "anda29mua6ru", "letter": "y32bf2f99txp"}', 1772541180000, false, false, true, '9cb4362ea0ba69dce2b610bdfc8a4a18');
INSERT INTO public.application_version VALUES ('u48hk7re529k', 'jynxxcjpfvdm', 1, true, '{"fields": {"team_name": "Equipo 3", "institution": "Registro Civil de Puerto Sur", "country": "CL", "level": "sub-national", "language": "es", "need": "Atendemos a la gente cada d\u00eda y sin sistemas nadie recibe agua ni papeles. Somos el equipo 3 de la regi\u00f3n. El a\u00f1o pasado perdimos tres d\u00edas de registros y nadie supo a qui\u00e9n llamar.", "composition": "Una de sistemas y dos de atenci\u00f3n.", "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}], "motivation": "Nos atacaron y no supimos qu\u00e9 decir."}, "members": [{"name": "Dora 0", "mail": "m3.0@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Elsa 1", "mail": "m3.1@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Flor 2", "mail": "m3.2@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Gilda 3", "mail": "m3.3@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Hilda 4", "mail": "m3.4@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}, {"name": "Irma 5", "mail": "m3.5@team.example", "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"]}]}', '{"letter": "8746dy6gzzdy", "service": "ujphhmwdumwz"}', 1772541240000, false, false, true, 'd4eeda0eaa799803fa9323dbdd226049');
INSERT INTO public.blob VALUES ('6d67e771af506c769dacdadc1f682ba2b231f85f3d03542544c3339b6013f07d', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a2520737461666620300a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('c0affbba2ed99d84ac39d50a8081078c715f79d918a44a90a7c4627bd6834e2a', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a25207465616d20300a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('cd6acd79b39bae664a4a182a0ec6025c34e3fb0186e394fc835104cf2ddeb7e5', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a2520737461666620310a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('257d60aaa6e03c1078ab6ad18d5d112647b74d2066d3b27af21ea40339eef1be', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a25207465616d20310a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('1cbec39dc3a5148ad7f55d1fa9cf9ec79d0b45f12b21813c77307503e96a9994', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a2520737461666620320a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('82086e5602a94e923ff7fc06b7fb897c03bd1647ee3ab385050e03c46928107c', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a25207465616d20320a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('ffb80ffb13ec5b88b029d726d0d14d6f6ab6fe539c705798269c68970fa4f0f0', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a2520737461666620330a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.blob VALUES ('effe81a918118572bfb30240f0fd4111f944c8406a6a3d909215aaa5edbd6362', '\x255044462d312e340a312030206f626a0a3c3c202f54797065202f436174616c6f67202f5061676573203220302052203e3e0a656e646f626a0a322030206f626a0a3c3c202f54797065202f5061676573202f4b696473205b33203020525d202f436f756e742031203e3e0a656e646f626a0a332030206f626a0a3c3c202f54797065202f50616765202f506172656e74203220302052202f4d65646961426f78205b30203020323030203230305d203e3e0a656e646f626a0a25207465616d20330a747261696c65720a3c3c202f526f6f74203120302052202f53697a652034203e3e0a7374617274787265660a390a2525454f460a');
INSERT INTO public.call_file VALUES ('7604261b3e1f34df25bb24c1803936d01580dc2e83eb115b58d412ec88aa71d6', '\x666f726d61743a20310a6b696e643a2063616c6c0a69643a206d756a657265732d63696265727365677572696461640a76657273696f6e3a2027312e30270a6c616e6775616765733a0a2d2065730a2d2070740a2d20656e0a2d2066720a7469746c653a0a202065733a204d756a6572657320792043696265727365677572696461640a202070743a204d756c686572657320652043696265727365677572616ec3a7610a2020656e3a20576f6d656e20616e6420437962657273656375726974790a202066723a2046656d6d657320657420637962657273c3a96375726974c3a90a73756d6d6172793a0a202065733a20272a2a33303020626563617320706172612065717569706f73206465207365727669646f7261732070c3ba626c6963617320646520416dc3a972696361204c6174696e61207920656c204361726962652e2a2a0a20202020436164612065717569706f0a0a202020206465207472657320612073656973206d756a6572657320736520666f726d612c2073652061636f6d7061c3b16120792c206465737075c3a9732c20656e6672656e7461206a756e746f2061206f74726f730a20202020756e20656a6572636963696f0a0a202020206465206372697369732063696265726ec3a9746963612e204465206c6f732065717569706f7320717565206d656a6f7220726573706f6e64616e2073616c6472c3a16e206c61732064656c6567616461730a2020202061206c612043756d6272652e0a0a0a202020204e6f20686163652066616c7461207365722074c3a9636e6963612e2042757363616d6f732065717569706f7320717565207265c3ba6e616e206120717569656e6573206d616e656a616e2073697374656d61732c0a202020206c657965732c0a0a20202020636f6d756e6963616369c3b36e2079206174656e6369c3b36e2061206c617320706572736f6e61732e0a0a0a20202020507565646520636f727265676972207920766f6c766572206120656e7669617220737520706f7374756c616369c3b36e20686173746120656c206369657272653a206375656e7461206c6120c3ba6c74696d612e0a2020202053692066616c746120756e0a0a20202020646f63756d656e746f206f20756e61206669726d612c207365206c6f20646972656d6f7320792074656e6472c3a120343820686f726173207061726120636f6d706c657461726c6f2e270a202070743a20272a2a33303020626f6c73617320706172612065717569706573206465207365727669646f7261732070c3ba626c6963617320646120416dc3a972696361204c6174696e61206520646f204361726962652e2a2a0a2020202043616461206571756970650a0a202020206465207472c3aa7320612073656973206d756c68657265732072656365626520666f726d61c3a7c3a36f20652061636f6d70616e68616d656e746f20652c206465706f69732c20656e6672656e746120636f6d0a202020206f757472617320756d0a0a202020206578657263c3ad63696f2064652063726973652063696265726ec3a9746963612e20446173206571756970657320717565206d656c686f7220726573706f6e646572656d2073616972c3a36f2061732064656c6567616461730a20202020c3a00a0a2020202043c3ba70756c612e0a0a0a202020204ec3a36f20c3a9207072656369736f207365722074c3a9636e6963612e2050726f637572616d6f73206571756970657320717565207265c3ba6e616d207175656d2063756964612064652073697374656d61732c0a202020206c6569732c0a0a20202020636f6d756e696361c3a7c3a36f2065206174656e64696d656e746f20c3a07320706573736f61732e0a0a0a20202020566f63c3aa20706f646520636f7272696769722065207265656e766961722073756120696e73637269c3a7c3a36f206174c3a9206f20656e63657272616d656e746f3a2076616c65206120c3ba6c74696d612e0a2020202053652066616c74617220756d0a0a20202020646f63756d656e746f206f7520756d6120617373696e61747572612c20617669736172656d6f73206520766f63c3aa20746572c3a120343820686f726173207061726120636f6d706c657461722e270a2020656e3a20272a2a333030207363686f6c6172736869707320666f72207465616d73206f6620776f6d656e207075626c69632073657276616e747320696e204c6174696e20416d657269636120616e640a202020207468652043617269626265616e2e2a2a0a0a2020202045616368207465616d206f6620746872656520746f2073697820776f6d656e20697320747261696e656420616e64206163636f6d70616e6965642c20616e64207468656e20666163657320612063796265722d6372697369730a202020206472696c6c0a0a20202020626573696465206f74686572732e205468652064656c65676174657320746f207468652053756d6d697420636f6d652066726f6d20746865207465616d73207468617420726573706f6e6420626573742e0a0a0a20202020596f7520646f206e6f74206e65656420746f20626520746563686e6963616c2e205765206c6f6f6b20666f72207465616d732074686174206272696e6720746f6765746865722074686f73652077686f0a2020202072756e2073797374656d732c0a0a2020202074686f73652077686f206b6e6f7720746865206c61772c2074686f73652077686f20737065616b20746f20746865207075626c696320616e642074686f73652077686f2073657276652069742e0a0a0a20202020596f752063616e20636f727265637420616e642073656e6420796f7572206170706c69636174696f6e20616761696e20756e74696c20697420636c6f7365733a20746865206c617374206f6e650a20202020636f756e74732e20496620610a0a20202020646f63756d656e74206f722061207369676e6174757265206973206d697373696e672c2077652074656c6c20796f7520616e6420796f75206861766520343820686f75727320746f20636f6d706c6574650a2020202069742e270a202066723a20272a2a33303020626f757273657320706f75722064657320c3a97175697065732064652066656d6d6573206167656e746573207075626c697175657320642727416dc3a97269717565206c6174696e650a202020206574206465732043617261c3af6265732e2a2a0a0a2020202043686171756520c3a971756970652064652074726f697320c3a0207369782066656d6d65732065737420666f726dc3a965206574206163636f6d7061676ec3a9652c207075697320616666726f6e746520617665630a2020202064272761757472657320756e0a0a2020202065786572636963652064652063726973652063796265722e204c65732064c3a96cc3a96775c3a9657320617520536f6d6d6574207669656e64726f6e742064657320c3a9717569706573207175692072c3a96167697373656e740a202020206c65206d696575782e0a0a0a20202020506173206265736f696e20642727c3aa74726520746563686e696369656e6e652e204e6f7573206368657263686f6e732064657320c3a9717569706573207175692072c3a9756e697373656e742063656c6c65730a202020207175692067c3a872656e74206c65730a0a2020202073797374c3a86d65732c206c652064726f69742c206c6120636f6d6d756e69636174696f6e206574206c27276163637565696c206475207075626c69632e0a0a0a20202020566f757320706f7576657a20636f7272696765722065742072656e766f79657220766f7472652063616e6469646174757265206a757371752727c3a0206c6120636cc3b474757265203a206c61206465726e69c3a872650a20202020636f6d7074652e20532727696c0a0a202020206d616e71756520756e65207069c3a86365206f7520756e65207369676e61747572652c206e6f757320766f7573206c65206469726f6e7320657420766f757320617572657a203438206865757265730a20202020706f757220636f6d706cc3a97465722e270a6f7267616e69736174696f6e3a0a202065733a2050726f6772616d6120726567696f6e616c204d756a6572657320792043696265727365677572696461640a202070743a2050726f6772616d6120726567696f6e616c204d756c686572657320652043696265727365677572616ec3a7610a2020656e3a20576f6d656e20616e64204379626572736563757269747920726567696f6e616c2070726f6772616d6d650a202066723a2050726f6772616d6d652072c3a967696f6e616c2046656d6d657320657420637962657273c3a96375726974c3a90a636f6e746163743a2062656361734070726f6772616d612e6578616d706c650a6c6963656e63653a2043432d42592d342e300a736f75726365733a0a2d202753686170656420616674657220746865207075626c6963206661637473206f66207468652056696e63756c61204c41432063616c6c2022576f6d656e20616e642043796265727365637572697479220a202028576f726c642042616e6b207769746820436f7572736572612c20323032352d32303236293a20333030207363686f6c6172736869707320666f72207465616d73206f6620776f6d656e207075626c69630a202073657276616e74732c20616e20696e737469747574696f6e616c206c6574746572207369676e6564206279207468652068656164206f662074686520656e7469747920696e20636861726765206f660a2020637962657273656375726974792c20666f6c6c6f772d75702073657373696f6e732c20612073696d756c6174696f6e2065786572636973652c20616e642061204349534f2053756d6d697420666f720a2020726570726573656e74617469766573206f662077696e6e696e67207465616d732e270a2d205468652066756c6c206372697465726961206f6620746861742063616c6c20617265206e6f74206b6e6f776e20746f2075732e2043726974657269612c20776569676874732c206c6576656c732c207468726573686f6c64732c0a2020636170732c20666c6f6f727320616e642064617465732062656c6f7720617265206f7572732c20616e6420736f2069732065766572792073656e74656e63652e0a77696e646f77733a0a20206170706c69636174696f6e733a0a202020206f70656e733a2027323032362d30332d30335431323a33303a30305a270a20202020636c6f7365733a2027323032362d30342d30315431323a33303a30305a270a2020202067726163653a2033306d0a2020637572653a203438680a202061707065616c733a2035640a20206f66666572733a2037640a20207a6f6e65733a0a20202d20416d65726963612f4d657869636f5f436974790a20202d20416d65726963612f436f7374615f526963610a20202d20416d65726963612f4c696d610a20202d20416d65726963612f506f72742d61752d5072696e63650a20202d20416d65726963612f53616e746f5f446f6d696e676f0a20202d20416d65726963612f53616f5f5061756c6f0a7465616d3a0a20206c656173743a20330a20206d6f73743a20360a2020736d616c6c6573743a20330a617474726962757465733a0a2020636f756e7472793a0a202020207469746c653a0a20202020202065733a205061c3ad730a20202020202070743a205061c3ad730a202020202020656e3a20436f756e7472790a20202020202066723a20506179730a202020207075626c69633a20747275650a2020202076616c7565733a0a20202020202041473a0a202020202020202065733a20416e7469677561207920426172627564610a202020202020202070743a20416e74c3ad677561206520426172627564610a2020202020202020656e3a20416e746967756120616e6420426172627564610a202020202020202066723a20416e74696775612d65742d426172627564610a20202020202041523a0a202020202020202065733a20417267656e74696e610a202020202020202070743a20417267656e74696e610a2020202020202020656e3a20417267656e74696e610a202020202020202066723a20417267656e74696e650a20202020202042533a0a202020202020202065733a20426168616d61730a202020202020202070743a20426168616d61730a2020202020202020656e3a20426168616d61730a202020202020202066723a20426168616d61730a20202020202042423a0a202020202020202065733a204261726261646f730a202020202020202070743a204261726261646f730a2020202020202020656e3a204261726261646f730a202020202020202066723a20426172626164650a202020202020425a3a0a202020202020202065733a2042656c6963650a202020202020202070743a2042656c697a650a2020202020202020656e3a2042656c697a650a202020202020202066723a2042656c697a650a202020202020424f3a0a202020202020202065733a20426f6c697669610a202020202020202070743a20426f6cc3ad7669610a2020202020202020656e3a20426f6c697669610a202020202020202066723a20426f6c697669650a20202020202042523a0a202020202020202065733a2042726173696c0a202020202020202070743a2042726173696c0a2020202020202020656e3a204272617a696c0a202020202020202066723a204272c3a973696c0a202020202020434c3a0a202020202020202065733a204368696c650a202020202020202070743a204368696c650a2020202020202020656e3a204368696c650a202020202020202066723a204368696c690a202020202020434f3a0a202020202020202065733a20436f6c6f6d6269610a202020202020202070743a20436f6cc3b46d6269610a2020202020202020656e3a20436f6c6f6d6269610a202020202020202066723a20436f6c6f6d6269650a20202020202043523a0a202020202020202065733a20436f73746120526963610a202020202020202070743a20436f73746120526963610a2020202020202020656e3a20436f73746120526963610a202020202020202066723a20436f73746120526963610a20202020202043553a0a202020202020202065733a20437562610a202020202020202070743a20437562610a2020202020202020656e3a20437562610a202020202020202066723a20437562610a202020202020444d3a0a202020202020202065733a20446f6d696e6963610a202020202020202070743a20446f6d696e6963610a2020202020202020656e3a20446f6d696e6963610a202020202020202066723a20446f6d696e697175650a202020202020444f3a0a202020202020202065733a20526570c3ba626c69636120446f6d696e6963616e610a202020202020202070743a20526570c3ba626c69636120446f6d696e6963616e610a2020202020202020656e3a20446f6d696e6963616e2052657075626c69630a202020202020202066723a2052c3a97075626c6971756520646f6d696e696361696e650a20202020202045433a0a202020202020202065733a2045637561646f720a202020202020202070743a2045717561646f720a2020202020202020656e3a2045637561646f720a202020202020202066723a20c389717561746575720a20202020202053563a0a202020202020202065733a20456c2053616c7661646f720a202020202020202070743a20456c2053616c7661646f720a2020202020202020656e3a20456c2053616c7661646f720a202020202020202066723a2053616c7661646f720a20202020202047443a0a202020202020202065733a204772616e6164610a202020202020202070743a204772616e6164610a2020202020202020656e3a204772656e6164610a202020202020202066723a204772656e6164650a20202020202047543a0a202020202020202065733a2047756174656d616c610a202020202020202070743a2047756174656d616c610a2020202020202020656e3a2047756174656d616c610a202020202020202066723a2047756174656d616c610a20202020202047593a0a202020202020202065733a20477579616e610a202020202020202070743a20477569616e610a2020202020202020656e3a20477579616e610a202020202020202066723a20477579616e610a20202020202048543a0a202020202020202065733a2048616974c3ad0a202020202020202070743a2048616974690a2020202020202020656e3a2048616974690a202020202020202066723a204861c3af74690a202020202020484e3a0a202020202020202065733a20486f6e64757261730a202020202020202070743a20486f6e64757261730a2020202020202020656e3a20486f6e64757261730a202020202020202066723a20486f6e64757261730a2020202020204a4d3a0a202020202020202065733a204a616d616963610a202020202020202070743a204a616d616963610a2020202020202020656e3a204a616d616963610a202020202020202066723a204a616d61c3af7175650a2020202020204b4e3a0a202020202020202065733a2053616e204372697374c3b362616c2079204e69657665730a202020202020202070743a2053c3a36f204372697374c3b376c3a36f2065204ec3a97669730a2020202020202020656e3a205361696e74204b6974747320616e64204e657669730a202020202020202066723a205361696e742d4368726973746f7068652d65742d4e69c3a976c3a8730a2020202020204c433a0a202020202020202065733a2053616e7461204c7563c3ad610a202020202020202070743a2053616e7461204cc3ba6369610a2020202020202020656e3a205361696e74204c756369610a202020202020202066723a205361696e74652d4c756369650a2020202020204d583a0a202020202020202065733a204dc3a97869636f0a202020202020202070743a204dc3a97869636f0a2020202020202020656e3a204d657869636f0a202020202020202066723a204d6578697175650a2020202020204e493a0a202020202020202065733a204e69636172616775610a202020202020202070743a204e69636172c3a16775610a2020202020202020656e3a204e69636172616775610a202020202020202066723a204e69636172616775610a20202020202050413a0a202020202020202065733a2050616e616dc3a10a202020202020202070743a2050616e616dc3a10a2020202020202020656e3a2050616e616d610a202020202020202066723a2050616e616d610a20202020202050593a0a202020202020202065733a2050617261677561790a202020202020202070743a2050617261677561690a2020202020202020656e3a2050617261677561790a202020202020202066723a2050617261677561790a20202020202050453a0a202020202020202065733a20506572c3ba0a202020202020202070743a20506572750a2020202020202020656e3a20506572750a202020202020202066723a2050c3a9726f750a20202020202053523a0a202020202020202065733a20537572696e616d0a202020202020202070743a20537572696e616d650a2020202020202020656e3a20537572696e616d650a202020202020202066723a20537572696e616d650a20202020202054433a0a202020202020202065733a2049736c617320547572636173207920436169636f730a202020202020202070743a20496c68617320547572636173206520436169636f730a2020202020202020656e3a205475726b7320616e6420436169636f732049736c616e64730a202020202020202066723a20c38e6c657320547572717565732d65742d4361c3af717565730a20202020202054543a0a202020202020202065733a205472696e69646164207920546f6261676f0a202020202020202070743a205472696e69646164206520546f6261676f0a2020202020202020656e3a205472696e6964616420616e6420546f6261676f0a202020202020202066723a205472696e6974c3a92d65742d546f6261676f0a20202020202055593a0a202020202020202065733a20557275677561790a202020202020202070743a20557275677561690a2020202020202020656e3a20557275677561790a202020202020202066723a20557275677561790a20202020202056433a0a202020202020202065733a2053616e20566963656e74652079206c6173204772616e6164696e61730a202020202020202070743a2053c3a36f20566963656e74652065204772616e6164696e61730a2020202020202020656e3a205361696e742056696e63656e7420616e6420746865204772656e6164696e65730a202020202020202066723a205361696e742d56696e63656e742d65742d6c65732d4772656e6164696e65730a20202020202056453a0a202020202020202065733a2056656e657a75656c610a202020202020202070743a2056656e657a75656c610a2020202020202020656e3a2056656e657a75656c610a202020202020202066723a2056656e657a75656c610a20207375625f726567696f6e3a0a202020207469746c653a0a20202020202065733a2053756272656769c3b36e0a20202020202070743a205375622d72656769c3a36f0a202020202020656e3a205375622d726567696f6e0a20202020202066723a20536f75732d72c3a967696f6e0a202020207075626c69633a20747275650a2020202076616c7565733a0a20202020202063617269626265616e3a0a202020202020202065733a204361726962650a202020202020202070743a204361726962650a2020202020202020656e3a2043617269626265616e0a202020202020202066723a2043617261c3af6265730a2020202020206e6f7274682d63656e7472616c3a0a202020202020202065733a204dc3a97869636f207920416dc3a9726963612043656e7472616c0a202020202020202070743a204dc3a97869636f206520416dc3a9726963612043656e7472616c0a2020202020202020656e3a204d657869636f20616e642043656e7472616c20416d65726963610a202020202020202066723a204d65786971756520657420416dc3a972697175652063656e7472616c650a202020202020616e6465616e3a0a202020202020202065733a205061c3ad73657320616e64696e6f730a202020202020202070743a205061c3ad73657320616e64696e6f730a2020202020202020656e3a20416e6465616e20636f756e74726965730a202020202020202066723a205061797320616e64696e730a202020202020736f7574683a0a202020202020202065733a2042726173696c207920436f6e6f205375720a202020202020202070743a2042726173696c206520436f6e652053756c0a2020202020202020656e3a204272617a696c20616e6420536f75746865726e20436f6e650a202020202020202066723a204272c3a973696c2065742043c3b46e65205375640a202020206f663a20636f756e7472790a2020202067726f7570733a0a20202020202063617269626265616e3a0a2020202020202d2041470a2020202020202d2042530a2020202020202d2042420a2020202020202d2043550a2020202020202d20444d0a2020202020202d20444f0a2020202020202d2047440a2020202020202d2047590a2020202020202d2048540a2020202020202d204a4d0a2020202020202d204b4e0a2020202020202d204c430a2020202020202d2053520a2020202020202d2054430a2020202020202d2054540a2020202020202d2056430a2020202020206e6f7274682d63656e7472616c3a0a2020202020202d20425a0a2020202020202d2043520a2020202020202d2053560a2020202020202d2047540a2020202020202d20484e0a2020202020202d204d580a2020202020202d204e490a2020202020202d2050410a202020202020616e6465616e3a0a2020202020202d20424f0a2020202020202d20434f0a2020202020202d2045430a2020202020202d2050450a2020202020202d2056450a202020202020736f7574683a0a2020202020202d2041520a2020202020202d2042520a2020202020202d20434c0a2020202020202d2050590a2020202020202d2055590a20206c6576656c3a0a202020207469746c653a0a20202020202065733a204e6976656c20646520676f626965726e6f0a20202020202070743a2045736665726120646520676f7665726e6f0a202020202020656e3a204c6576656c206f6620676f7665726e6d656e740a20202020202066723a204e697665617520646520676f757665726e656d656e740a202020207075626c69633a20747275650a2020202076616c7565733a0a2020202020206e6174696f6e616c3a0a202020202020202065733a204e6163696f6e616c0a202020202020202070743a204e6163696f6e616c0a2020202020202020656e3a204e6174696f6e616c0a202020202020202066723a204e6174696f6e616c0a2020202020207375622d6e6174696f6e616c3a0a202020202020202065733a205375626e6163696f6e616c202870726f76696e6369612c2065737461646f2c206d756e69636970696f290a202020202020202070743a205375626e6163696f6e616c202865737461646f2c206d756e6963c3ad70696f290a2020202020202020656e3a205375622d6e6174696f6e616c202870726f76696e63652c2073746174652c206d756e69636970616c697479290a202020202020202066723a20496e6672616e6174696f6e616c202870726f76696e63652c20c3897461742c20636f6d6d756e65290a20206c616e67756167653a0a202020207469746c653a0a20202020202065733a204964696f6d612064652074726162616a6f0a20202020202070743a204964696f6d612064652074726162616c686f0a202020202020656e3a20576f726b696e67206c616e67756167650a20202020202066723a204c616e677565206465207472617661696c0a202020207075626c69633a20747275650a2020202076616c7565733a0a20202020202065733a0a202020202020202065733a2045737061c3b16f6c0a202020202020202070743a20457370616e686f6c0a2020202020202020656e3a205370616e6973680a202020202020202066723a2045737061676e6f6c0a20202020202070743a0a202020202020202065733a20506f7274756775c3a9730a202020202020202070743a20506f7274756775c3aa730a2020202020202020656e3a20506f72747567756573650a202020202020202066723a20506f727475676169730a202020202020656e3a0a202020202020202065733a20496e676cc3a9730a202020202020202070743a20496e676cc3aa730a2020202020202020656e3a20456e676c6973680a202020202020202066723a20416e676c6169730a20202020202066723a0a202020202020202065733a204672616e63c3a9730a202020202020202070743a204672616e63c3aa730a2020202020202020656e3a204672656e63680a202020202020202066723a204672616ec3a76169730a2020696e737469747574696f6e3a0a202020207469746c653a0a20202020202065733a20496e73746974756369c3b36e0a20202020202070743a20496e737469747569c3a7c3a36f0a202020202020656e3a20496e737469747574696f6e0a20202020202066723a20496e737469747574696f6e0a20202020667265653a20747275650a666f726d3a0a2d2069643a207465616d5f6e616d650a20206c6162656c3a0a2020202065733a204e6f6d6272652064656c2065717569706f0a2020202070743a204e6f6d65206461206571756970650a20202020656e3a204e616d65206f6620746865207465616d0a2020202066723a204e6f6d206465206c27c3a971756970650a202072657175697265643a20747275650a20206d61785f776f7264733a20380a2d2069643a20696e737469747574696f6e0a20206c6162656c3a0a2020202065733a20496e73746974756369c3b36e2061206c61207175652070657274656e6563656e0a2020202070743a20496e737469747569c3a7c3a36f2061207175652070657274656e63656d0a20202020656e3a20496e737469747574696f6e20796f7520776f726b20666f720a2020202066723a20496e737469747574696f6e206fc3b920766f7573207472617661696c6c657a0a202068656c703a0a2020202065733a204573637269626120656c206e6f6d627265206f66696369616c20636f6d706c65746f2e20546f646f73206c6f732065717569706f7320646520756e6120696e73746974756369c3b36e20646562656e0a20202020202065736372696269726c6f20696775616c2e0a2020202070743a2045736372657661206f206e6f6d65206f66696369616c20636f6d706c65746f2e20546f646173206173206571756970657320646520756d6120696e737469747569c3a7c3a36f20646576656d0a202020202020657363726576c3aa2d6c6f206461206d65736d6120666f726d612e0a20202020656e3a205772697465207468652066756c6c206f6666696369616c206e616d652e20416c6c207465616d73206f66206f6e6520696e737469747574696f6e2073686f756c642077726974652069740a2020202020207468652073616d65207761792e0a2020202066723a20c38963726976657a206c65206e6f6d206f6666696369656c20636f6d706c65742e20546f75746573206c657320c3a9717569706573206427756e6520696e737469747574696f6e20646f6976656e740a2020202020206c27c3a96372697265206465206c61206dc3aa6d65206661c3a76f6e2e0a20206174747269627574653a20696e737469747574696f6e0a2d2069643a20636f756e7472790a20206c6162656c3a0a2020202065733a205061c3ad730a2020202070743a205061c3ad730a20202020656e3a20436f756e7472790a2020202066723a20506179730a20206b696e643a2063686f6963650a20206174747269627574653a20636f756e7472790a2d2069643a206c6576656c0a20206c6162656c3a0a2020202065733a204e6976656c20646520676f626965726e6f0a2020202070743a2045736665726120646520676f7665726e6f0a20202020656e3a204c6576656c206f6620676f7665726e6d656e740a2020202066723a204e697665617520646520676f757665726e656d656e740a20206b696e643a2063686f6963650a20206174747269627574653a206c6576656c0a2d2069643a206c616e67756167650a20206c6162656c3a0a2020202065733a204964696f6d6120656e2071756520656c2065717569706f2074726162616a6172c3a10a2020202070743a204964696f6d6120656d20717565206120657175697065207661692074726162616c6861720a20202020656e3a204c616e677561676520696e20776869636820746865207465616d2077696c6c20776f726b0a2020202066723a204c616e6775652064616e73206c617175656c6c65206c27c3a97175697065207472617661696c6c6572610a20206b696e643a2063686f6963650a20206174747269627574653a206c616e67756167650a2d2069643a206e6565640a20206c6162656c3a0a2020202065733a20c2bf5175c3a920736572766963696f207072657374616e2061206c612067656e74652079207175c3a9207061736172c3ad61207369206c6f732073697374656d61732064656a6172616e2064650a20202020202066756e63696f6e617220747265732064c3ad61733f0a2020202070743a20517565207365727669c3a76f20766f63c3aa73207072657374616d20c3a020706f70756c61c3a7c3a36f2065206f207175652061636f6e74656365726961207365206f732073697374656d617320706172617373656d0a202020202020706f72207472c3aa7320646961733f0a20202020656e3a205768696368207365727669636520646f20796f7520676976652070656f706c652c20616e64207768617420776f756c642068617070656e206966206974732073797374656d732073746f707065640a202020202020666f7220746872656520646179733f0a2020202066723a205175656c20736572766963652072656e64657a2d766f757320c3a0206c6120706f70756c6174696f6e2c20657420717565207365207061737365726169742d696c207369207365732073797374c3a86d65730a2020202020207327617272c3aa746169656e742074726f6973206a6f757273203f0a202072657175697265643a20747275650a20206d61785f776f7264733a203235300a2d2069643a20636f6d706f736974696f6e0a20206c6162656c3a0a2020202065733a20c2bf5175c3a92061706f727461206361646120696e74656772616e74652079207175c3a9206c652066616c746120746f646176c3ad6120616c2065717569706f3f0a2020202070743a204f20717565206361646120696e74656772616e7465207472617a2065206f207175652061696e64612066616c746120c3a0206571756970653f0a20202020656e3a205768617420646f65732065616368206d656d626572206272696e672c20616e64207768617420646f657320746865207465616d207374696c6c206c61636b3f0a2020202066723a205175276170706f72746520636861717565206d656d6272652c20657420717565206d616e7175652d742d696c20656e636f726520c3a0206c27c3a97175697065203f0a202072657175697265643a20747275650a20206d61785f776f7264733a203230300a2d2069643a20706c616e0a20206c6162656c3a0a2020202065733a20c2bf43c3b36d6f206c6c65766172c3a16e206c6f20617072656e6469646f206120737520696e73746974756369c3b36e20792061206f747261733f0a2020202070743a20436f6d6f20766f63c3aa732076c3a36f206c65766172206f20617072656e64697a61646f20c3a02073756120696e737469747569c3a7c3a36f20652061206f75747261733f0a20202020656e3a20486f772077696c6c20796f752074616b65207768617420796f75206c6561726e20746f20796f757220696e737469747574696f6e20616e6420746f206f74686572733f0a2020202066723a20436f6d6d656e7420706f72746572657a2d766f75732063652071756520766f75732061707072656e6472657a2064616e7320766f74726520696e737469747574696f6e2065742061696c6c657572730a2020202020203f0a202068656c703a0a2020202065733a20556e612066696c6120706f722061636369c3b36e2c20636f6e20717569c3a96e206c6120686163652079206375c3a16e646f2e0a2020202070743a20556d61206c696e686120706f722061c3a7c3a36f2c20636f6d207175656d2066617a2065207175616e646f2e0a20202020656e3a204f6e6520726f772070657220616374696f6e2c20776974682077686f20646f657320697420616e64206279207768656e2e0a2020202066723a20556e65206c69676e652070617220616374696f6e2c206176656320717569207327656e2063686172676520657420706f7572207175616e642e0a20206b696e643a207461626c650a202072657175697265643a20747275650a2020726f77733a20380a2020636f6c756d6e733a0a20202d2069643a20616374696f6e0a202020206c6162656c3a0a20202020202065733a2041636369c3b36e0a20202020202070743a2041c3a7c3a36f0a202020202020656e3a20416374696f6e0a20202020202066723a20416374696f6e0a20202d2069643a2077686f0a202020206c6162656c3a0a20202020202065733a20526573706f6e7361626c650a20202020202070743a20526573706f6e73c3a176656c0a202020202020656e3a2057686f0a20202020202066723a205175690a20202d2069643a207768656e0a202020206c6162656c3a0a20202020202065733a204375c3a16e646f0a20202020202070743a205175616e646f0a202020202020656e3a205768656e0a20202020202066723a205175616e640a20202d2069643a2072656163680a202020206c6162656c3a0a20202020202065733a204120717569c3a96e6573206c6c6567610a20202020202070743a2041207175656d2063686567610a202020202020656e3a2057686f6d20697420726561636865730a20202020202066723a2051756920656e2062c3a96ec3a966696369650a2d2069643a206d6f7469766174696f6e0a20206c6162656c3a0a2020202065733a20c2bf506f72207175c3a92061686f7261207920706f72207175c3a920757374656465733f0a2020202070743a20506f72207175652061676f7261206520706f722071756520766f63c3aa733f0a20202020656e3a20576879206e6f772c20616e642077687920796f753f0a2020202066723a20506f757271756f69206d61696e74656e616e742c20657420706f757271756f6920766f7573203f0a202072657175697265643a20747275650a20206d61785f776f7264733a203135300a2d2069643a206265666f72650a20206c6162656c3a0a2020202065733a20c2bf416c67756e61206465207573746564657320686120706172746963697061646f20616e74657320656e20756e20656a6572636963696f206465206372697369733f0a2020202070743a20416c67756d6120646520766f63c3aa73206ac3a12070617274696369706f7520646520756d206578657263c3ad63696f2064652063726973653f0a20202020656e3a2048617320616e79206f6620796f752074616b656e207061727420696e206120637269736973206472696c6c206265666f72653f0a2020202066723a204c27756e6520646520766f757320612d742d656c6c652064c3a96ac3a0207061727469636970c3a920c3a020756e206578657263696365206465206372697365203f0a20206b696e643a2063686f6963650a20206f7074696f6e733a0a20202d2069643a206e657665720a202020206c6162656c3a0a20202020202065733a204e6f2c20736572c3ad61206c61207072696d6572612076657a0a20202020202070743a204ec3a36f2c2073657269612061207072696d656972612076657a0a202020202020656e3a204e6f2c20697420776f756c64206265207468652066697273742074696d650a20202020202066723a204e6f6e2c20636520736572616974206c61207072656d69c3a8726520666f69730a20202d2069643a20736f6d650a202020206c6162656c3a0a20202020202065733a2053c3ad2c20616c67756e610a20202020202070743a2053696d2c20616c67756d610a202020202020656e3a205965732c206f6e65206f662075730a20202020202066723a204f75692c206c27756e65206465206e6f75730a20202d2069643a206d6f73740a202020206c6162656c3a0a20202020202065733a2053c3ad2c206c61206d61796f72c3ad610a20202020202070743a2053696d2c2061206d61696f7269610a202020202020656e3a205965732c206d6f7374206f662075730a20202020202066723a204f75692c206c6120706c75706172740a6d656d626572733a0a20206669656c64733a0a20202d2069643a20706f73740a202020206c6162656c3a0a20202020202065733a2050756573746f0a20202020202070743a20436172676f0a202020202020656e3a20506f73740a20202020202066723a20506f7374650a2020202072657175697265643a20747275650a202020206d61785f776f7264733a2031350a20202d2069643a20756e69740a202020206c6162656c3a0a20202020202065733a20c381726561206f20756e696461640a20202020202070743a20c381726561206f7520756e69646164650a202020202020656e3a204465706172746d656e74206f7220756e69740a20202020202066723a2053657276696365206f7520756e6974c3a90a2020202072657175697265643a20747275650a202020206d61785f776f7264733a2031350a20202d2069643a20706172740a202020206c6162656c3a0a20202020202065733a204c6f2071756520686172c3a120656e20656c2065717569706f0a20202020202070743a204f2071756520666172c3a1206e61206571756970650a202020202020656e3a20486572207061727420696e20746865207465616d0a20202020202066723a20536f6e2072c3b46c652064616e73206c27c3a971756970650a202020206b696e643a2063686f696365730a2020202072657175697265643a20747275650a202020206f7074696f6e733a0a202020202d2069643a206c6561640a2020202020206c6162656c3a0a202020202020202065733a2044697265636369c3b36e0a202020202020202070743a2044697265c3a7c3a36f0a2020202020202020656e3a204c656164696e670a202020202020202066723a20446972656374696f6e0a202020202d2069643a20746563686e6963616c0a2020202020206c6162656c3a0a202020202020202065733a2054c3a9636e6963610a202020202020202070743a2054c3a9636e6963610a2020202020202020656e3a20546563686e6963616c0a202020202020202066723a20546563686e697175650a202020202d2069643a206c6567616c0a2020202020206c6162656c3a0a202020202020202065733a204a7572c3ad646963612079206461746f730a202020202020202070743a204a7572c3ad646963612065206461646f730a2020202020202020656e3a204c6567616c20616e6420646174610a202020202020202066723a2044726f697420657420646f6e6ec3a965730a202020202d2069643a20636f6d6d756e69636174696f6e0a2020202020206c6162656c3a0a202020202020202065733a20436f6d756e6963616369c3b36e0a202020202020202070743a20436f6d756e696361c3a7c3a36f0a2020202020202020656e3a20436f6d6d756e69636174696f6e0a202020202020202066723a20436f6d6d756e69636174696f6e0a202020202d2069643a20736572766963650a2020202020206c6162656c3a0a202020202020202065733a204174656e6369c3b36e207920636f6e74696e75696461640a202020202020202070743a204174656e64696d656e746f206520636f6e74696e7569646164650a2020202020202020656e3a205365727669636520616e6420636f6e74696e756974790a202020202020202066723a204163637565696c20657420636f6e74696e756974c3a90a2020636f6e73656e74733a0a20202d2069643a20646174610a20202020746578743a0a20202020202065733a2041636570746f2071756520656c2070726f6772616d6120757365206573746f73206461746f732070617261206576616c756172206c6120706f7374756c616369c3b36e2079206176697361726d650a202020202020202064656c20726573756c7461646f2e0a20202020202070743a2041636569746f20717565206f2070726f6772616d6120757365206573746573206461646f732070617261206176616c696172206120696e73637269c3a7c3a36f2065206d65206176697361720a2020202020202020646f20726573756c7461646f2e0a202020202020656e3a20492061677265652074686174207468652070726f6772616d6d652075736573207468657365206461746120746f2061737365737320746865206170706c69636174696f6e20616e640a2020202020202020746f2074656c6c206d652074686520726573756c742e0a20202020202066723a204a276163636570746520717565206c652070726f6772616d6d65207574696c6973652063657320646f6e6ec3a9657320706f757220c3a976616c756572206c612063616e64696461747572650a20202020202020206574206d27696e666f726d65722064752072c3a973756c7461742e0a20202d2069643a2074696d650a20202020746578743a0a20202020202065733a20507565646f20646564696361722063756174726f20686f72617320706f722073656d616e61207920617369737469722061206c617320736573696f6e65732064652073656775696d69656e746f2e0a20202020202070743a20506f73736f20646564696361722071756174726f20686f72617320706f722073656d616e6120652070617274696369706172206461732073657373c3b565732064652061636f6d70616e68616d656e746f2e0a202020202020656e3a20492063616e206769766520666f757220686f7572732061207765656b20616e6420617474656e642074686520666f6c6c6f772d75702073657373696f6e732e0a20202020202066723a204a65207065757820636f6e7361637265722071756174726520686575726573207061722073656d61696e65206574206173736973746572206175782073c3a9616e6365732064652073756976692e0a20202d2069643a2070696374757265730a2020202072657175697265643a2066616c73650a20202020746578743a0a20202020202065733a2050756564656e206d6f73747261726d6520656e20666f746f732064656c2070726f6772616d612e20446563697220717565206e6f2c206e6f2063616d626961206e6164612e0a20202020202070743a20506f64656d206d65206d6f737472617220656d20666f746f7320646f2070726f6772616d612e2044697a6572206ec3a36f2c206ec3a36f206d756461206e6164612e0a202020202020656e3a20596f75206d61792073686f77206d6520696e207069637475726573206f66207468652070726f6772616d6d652e20536179696e67206e6f206368616e676573206e6f7468696e672e0a20202020202066723a20566f757320706f7576657a206d65206d6f6e7472657220737572206465732070686f746f732064752070726f6772616d6d652e2044697265206e6f6e206e65206368616e6765207269656e2e0a726f6c65733a0a2020686561645f6f665f637962657273656375726974793a0a202020207469746c653a0a20202020202065733a20546974756c6172206465206c6120656e7469646164206120636172676f206465206c612063696265727365677572696461640a20202020202070743a20546974756c617220646120656e74696461646520726573706f6e73c3a176656c2070656c612063696265727365677572616ec3a7610a202020202020656e3a2048656164206f662074686520656e7469747920696e20636861726765206f6620637962657273656375726974790a20202020202066723a20526573706f6e7361626c65206465206c27656e746974c3a9206368617267c3a965206465206c6120637962657273c3a96375726974c3a90a202068756d616e5f7265736f75726365733a0a202020207469746c653a0a20202020202065733a20526573706f6e7361626c6520646520706572736f6e616c206465206c6120696e73746974756369c3b36e0a20202020202070743a20526573706f6e73c3a176656c2070656c612067657374c3a36f20646520706573736f617320646120696e737469747569c3a7c3a36f0a202020202020656e3a2048656164206f66207374616666206f662074686520696e737469747574696f6e0a20202020202066723a20526573706f6e7361626c6520647520706572736f6e6e656c206465206c27696e737469747574696f6e0a646f63756d656e74733a0a2d2069643a206c65747465720a20207469746c653a0a2020202065733a20436172746120696e737469747563696f6e616c0a2020202070743a20436172746120696e737469747563696f6e616c0a20202020656e3a20496e737469747574696f6e616c206c65747465720a2020202066723a204c657474726520696e737469747574696f6e6e656c6c650a202068656c703a0a2020202065733a204c61206669726d6120717569656e20646972696765206c6120656e7469646164206120636172676f206465206c61206369626572736567757269646164206465207375207061c3ad732c0a20202020202065737461646f206f206d756e69636970696f2e0a2020202070743a205175656d20617373696e6120c3a9206120706573736f612071756520646972696765206120656e74696461646520726573706f6e73c3a176656c2070656c612063696265727365677572616ec3a7610a202020202020646520736575207061c3ad732c2065737461646f206f75206d756e6963c3ad70696f2e0a20202020656e3a204974206973207369676e65642062792077686f657665722068656164732074686520656e7469747920696e20636861726765206f662063796265727365637572697479206f6620796f75720a202020202020636f756e7472792c207374617465206f72206d756e69636970616c6974792e0a2020202066723a20456c6c6520657374207369676ec3a96520706172206c6120706572736f6e6e652071756920646972696765206c27656e746974c3a9206368617267c3a965206465206c6120637962657273c3a96375726974c3a90a202020202020646520766f74726520706179732c20c389746174206f7520636f6d6d756e652e0a202074797065733a0a20202d207064660a20202d206a70670a20202d20706e670a20206d6f73743a20353234323838300a20207369676e65645f62793a20686561645f6f665f637962657273656375726974790a2020656c656d656e74733a0a20202d2069643a2070726573656e74730a20202020746578743a0a20202020202065733a2050726573656e746120616c2065717569706f2079206e6f6d62726120612073757320696e74656772616e7465732e0a20202020202070743a204170726573656e74612061206571756970652065206e6f6d656961207375617320696e74656772616e7465732e0a202020202020656e3a2049742070726573656e747320746865207465616d20616e64206e616d657320697473206d656d626572732e0a20202020202066723a20456c6c65207072c3a973656e7465206c27c3a9717569706520657420656e206e6f6d6d65206c6573206d656d627265732e0a20202d2069643a20636f6d6d6974730a20202020746578743a0a20202020202065733a20436f6e6669726d6120656c20636f6d70726f6d69736f206465206c6120696e73746974756369c3b36e207920656c207469656d706f20717565206c657320636f6e636564652e0a20202020202070743a20436f6e6669726d61206f20636f6d70726f6d6973736f20646120696e737469747569c3a7c3a36f2065206f2074656d706f20717565206c68657320636f6e636564652e0a202020202020656e3a20497420636f6e6669726d732074686520696e737469747574696f6e277320636f6d6d69746d656e7420616e64207468652074696d65206974206772616e7473207468656d2e0a20202020202066723a20456c6c6520636f6e6669726d65206c27656e676167656d656e74206465206c27696e737469747574696f6e206574206c652074656d7073206163636f7264c3a92e0a20202d2069643a20666f6c6c6f77730a20202020746578743a0a20202020202065733a2041736567757261207175652061736973746972c3a16e2061206c617320736573696f6e65732064652073656775696d69656e746f2e0a20202020202070743a20476172616e7465207175652070617274696369706172c3a36f206461732073657373c3b565732064652061636f6d70616e68616d656e746f2e0a202020202020656e3a2049742061737375726573207468617420746865792077696c6c20617474656e642074686520666f6c6c6f772d75702073657373696f6e732e0a20202020202066723a20456c6c6520617373757265206c657572207072c3a973656e6365206175782073c3a9616e6365732064652073756976692e0a20202d2069643a20636f6f7264696e617465730a20202020746578743a0a20202020202065733a204469636520636f6e207175c3a9206163746f72657320636c61766520736520636f6f7264696e6172c3a1206c6120696e73746974756369c3b36e2e0a20202020202070743a2044697a20636f6d2071756169732061746f7265732d6368617665206120696e737469747569c3a7c3a36f2076616920736520636f6f7264656e61722e0a202020202020656e3a20497420736179732077697468207768696368206b6579206163746f72732074686520696e737469747574696f6e2077696c6c20636f6f7264696e6174652e0a20202020202066723a20456c6c6520696e64697175652061766563207175656c73206163746575727320636cc3a973206c27696e737469747574696f6e20736520636f6f72646f6e6e6572612e0a2d2069643a20736572766963650a20207469746c653a0a2020202065733a20436f6e7374616e636961206465207175652074726162616a616e20656e20656c20736572766963696f2070c3ba626c69636f0a2020202070743a20436f6d70726f76616e7465206465207175652074726162616c68616d206e6f207365727669c3a76f2070c3ba626c69636f0a20202020656e3a2050726f6f66207468617420616c6c206d656d6265727320776f726b20696e207075626c696320736572766963650a2020202066723a204174746573746174696f6e2064652073657276696365207075626c696320646573206d656d627265730a202068656c703a0a2020202065733a20556e20736f6c6f20646f63756d656e746f207061726120746f646f20656c2065717569706f2062617374612e0a2020202070743a20556d20c3ba6e69636f20646f63756d656e746f207061726120746f64612061206571756970652062617374612e0a20202020656e3a204f6e6520646f63756d656e7420666f72207468652077686f6c65207465616d20697320656e6f7567682e0a2020202066723a20556e207365756c20646f63756d656e7420706f757220746f757465206c27c3a97175697065207375666669742e0a202074797065733a0a20202d207064660a20202d206a70670a20202d20706e670a20206d6f73743a20353234323838300a20207369676e65645f62793a2068756d616e5f7265736f75726365730a656c69676962696c6974793a0a2d2069643a20776f6d656e0a2020746578743a0a2020202065733a20456c2065717569706f20657374c3a120666f726d61646f20706f72206d756a657265732c20736567c3ba6e207365206964656e746966696361206361646120756e612e0a2020202070743a20412065717569706520c3a920666f726d61646120706f72206d756c68657265732c20636f6e666f726d65206361646120756d61207365206964656e7469666963612e0a20202020656e3a20546865207465616d206973206d616465207570206f6620776f6d656e2c2061732065616368206964656e7469666965732068657273656c662e0a2020202066723a204c27c3a971756970652065737420636f6d706f73c3a9652064652066656d6d65732c2074656c6c6573207175652063686163756e652073652064c3a966696e69742e0a2020726561736f6e733a0a202020206e6f745f616c6c3a0a20202020202065733a204e6f20746f646173206c617320696e74656772616e746573207365206964656e7469666963616e20636f6d6f206d756a657265732e0a20202020202070743a204e656d20746f64617320617320696e74656772616e746573207365206964656e7469666963616d20636f6d6f206d756c68657265732e0a202020202020656e3a204e6f7420616c6c206d656d62657273206964656e7469667920617320776f6d656e2e0a20202020202066723a20546f7573206c6573206d656d62726573206e652073652064c3a966696e697373656e742070617320636f6d6d652066656d6d65732e0a2d2069643a207075626c69635f736572766963650a2020746578743a0a2020202065733a20546f6461732074726162616a616e20656e20656c20736572766963696f2070c3ba626c69636f20646520756e206d69736d6f207061c3ad732e0a2020202070743a20546f6461732074726162616c68616d206e6f207365727669c3a76f2070c3ba626c69636f20646520756d206d65736d6f207061c3ad732e0a20202020656e3a20416c6c206f66207468656d20776f726b20696e20746865207075626c69632073657276696365206f66206f6e6520636f756e7472792e0a2020202066723a20546f75746573207472617661696c6c656e742064616e73206c652073657276696365207075626c6963206427756e206dc3aa6d6520706179732e0a2020726561736f6e733a0a202020206e6f745f7075626c69633a0a20202020202065733a20416c67756e6120696e74656772616e7465206e6f2074726162616a6120656e20656c20736572766963696f2070c3ba626c69636f2e0a20202020202070743a20416c67756d6120696e74656772616e7465206ec3a36f2074726162616c6861206e6f207365727669c3a76f2070c3ba626c69636f2e0a202020202020656e3a2041206d656d62657220646f6573206e6f7420776f726b20696e207075626c696320736572766963652e0a20202020202066723a20556e65206d656d627265206e65207472617661696c6c65207061732064616e73206c652073657276696365207075626c69632e0a202020207365766572616c5f636f756e74726965733a0a20202020202065733a204c617320696e74656772616e7465732073697276656e2061207061c3ad7365732064697374696e746f732e0a20202020202070743a20417320696e74656772616e7465732073657276656d2061207061c3ad736573206469666572656e7465732e0a202020202020656e3a20546865206d656d6265727320736572766520646966666572656e7420636f756e74726965732e0a20202020202066723a204c6573206d656d627265732073657276656e742064657320706179732064696666c3a972656e74732e0a202020206e6f5f70726f6f663a0a20202020202065733a204c6120636f6e7374616e636961206e6f207065726d69746520636f6d70726f6261726c6f2e0a20202020202070743a204f20636f6d70726f76616e7465206ec3a36f207065726d697465207665726966696361722e0a202020202020656e3a205468652070726f6f6620646f6573206e6f742073686f772069742e0a20202020202066723a204c276174746573746174696f6e206e65207065726d657420706173206465206c652076c3a97269666965722e0a2d2069643a206c65747465725f76616c69640a2020746578743a0a2020202065733a204c61206361727461206c6c657661206c61206669726d612064656c20636172676f20696e64696361646f2079207375732063756174726f20656c656d656e746f732e0a2020202070743a2041206361727461207472617a206120617373696e617475726120646f20636172676f20696e64696361646f206520736575732071756174726f20656c656d656e746f732e0a20202020656e3a20546865206c657474657220626561727320746865207369676e6174757265206f6620746865206f6666696365206e616d656420616e642069747320666f757220656c656d656e74732e0a2020202066723a204c61206c657474726520706f727465206c61207369676e6174757265206465206c6120666f6e6374696f6e20696e64697175c3a965206574207365732071756174726520c3a96cc3a96d656e74732e0a2020726561736f6e733a0a2020202077726f6e675f7369676e65723a0a20202020202065733a204c61206669726d61206f74726120706572736f6e61206f20756e20636172676f20717565206e6f20657320656c20696e64696361646f2e0a20202020202070743a20466f6920617373696e61646120706f72206f7574726120706573736f61206f7520706f7220756d20636172676f20717565206ec3a36f20c3a9206f20696e64696361646f2e0a202020202020656e3a204974206973207369676e656420627920736f6d65626f647920656c7365206f7220627920616e6f74686572206f66666963652e0a20202020202066723a20456c6c6520657374207369676ec3a9652070617220756e6520617574726520706572736f6e6e65206f7520756e6520617574726520666f6e6374696f6e2e0a20202020656c656d656e745f616273656e743a0a20202020202065733a2046616c746120656e20656c20746578746f20616c67756e6f206465206c6f732063756174726f20656c656d656e746f732e0a20202020202070743a2046616c7461206e6f20746578746f20616c67756d20646f732071756174726f20656c656d656e746f732e0a202020202020656e3a204f6e65206f662074686520666f757220656c656d656e7473206973206e6f7420696e2069747320746578742e0a20202020202066723a204c27756e206465732071756174726520c3a96cc3a96d656e7473206e277920666967757265207061732e0a20202020756e7265616461626c653a0a20202020202065733a20456c206172636869766f206e6f207365207075656465206c6565722e0a20202020202070743a204f206172717569766f206ec3a36f20706f646520736572206c69646f2e0a202020202020656e3a205468652066696c652063616e6e6f7420626520726561642e0a20202020202066723a204c6520666963686965722065737420696c6c697369626c652e0a2d2069643a206f6e655f7465616d0a2020746578743a0a2020202065733a204e696e67756e6120696e74656772616e746520657374c3a120656e206f74726f2065717569706f206465206573746120636f6e766f6361746f7269612e0a2020202070743a204e656e68756d6120696e74656772616e746520657374c3a120656d206f7574726120657175697065206465737461206368616d6164612e0a20202020656e3a204e6f206d656d62657220697320696e20616e6f74686572207465616d206f6620746869732063616c6c2e0a2020202066723a20417563756e65206d656d627265206e65206661697420706172746965206427756e6520617574726520c3a971756970652064652063657420617070656c2e0a2020726561736f6e733a0a20202020696e5f74776f3a0a20202020202065733a20556e6120696e74656772616e74652066696775726120656e20646f732065717569706f732e0a20202020202070743a20556d6120696e74656772616e7465206170617265636520656d206475617320657175697065732e0a202020202020656e3a2041206d656d62657220697320696e2074776f207465616d732e0a20202020202066723a20556e65206d656d627265206669677572652064616e73206465757820c3a97175697065732e0a7275627269633a0a20206c6576656c733a0a20202d202730270a20202d202731270a20202d202732270a20202d202733270a202063726974657269613a0a20202020636f6d6d69746d656e743a0a2020202020207469746c653a0a202020202020202065733a20436f6d70726f6d69736f20696e737469747563696f6e616c0a202020202020202070743a20436f6d70726f6d6973736f20696e737469747563696f6e616c0a2020202020202020656e3a20496e737469747574696f6e616c20636f6d6d69746d656e740a202020202020202066723a20456e676167656d656e7420696e737469747574696f6e6e656c0a20202020202068656c703a0a202020202020202065733a204c6561206c612063617274612e204375656e7461206c6f2071756520636f6e636564652c206e6f20737520746f6e6f2e0a202020202020202070743a204c65696120612063617274612e20436f6e7461206f2071756520656c6120636f6e636564652c206ec3a36f206f20746f6d2e0a2020202020202020656e3a205265616420746865206c65747465722e2057686174206974206772616e747320636f756e74732c206e6f742069747320746f6e652e0a202020202020202066723a204c6973657a206c61206c65747472652e20436520717527656c6c65206163636f72646520636f6d7074652c2070617320736f6e20746f6e2e0a2020202020207765696768743a2033300a2020202020207468726573686f6c643a202732270a2020202020206c6576656c733a0a20202020202020202733273a0a2020202020202020202065733a20436f6e6365646520686f72617320636f6e6372657461732c206e6f6d627261206120717569656e2061636f6d7061c3b16120616c2065717569706f20792064696365207175c3a90a20202020202020202020202064656369646972c3a1206c6120696e73746974756369c3b36e20636f6e206c6f20617072656e6469646f2e0a2020202020202020202070743a20436f6e6365646520686f72617320636f6e6372657461732c206e6f6d656961207175656d2061636f6d70616e686120612065717569706520652064697a206f207175650a2020202020202020202020206120696e737469747569c3a7c3a36f2064656369646972c3a120636f6d206f20617072656e64697a61646f2e0a20202020202020202020656e3a204772616e747320646566696e69746520686f7572732c206e616d65732077686f206163636f6d70616e69657320746865207465616d2c20616e64207361797320776861740a20202020202020202020202074686520696e737469747574696f6e2077696c6c2064656369646520776974682077686174206973206c6561726e742e0a2020202020202020202066723a204163636f7264652064657320686575726573207072c3a963697365732c206e6f6d6d6520717569206163636f6d7061676e65206c27c3a97175697065206574206469742063650a202020202020202020202020717565206c27696e737469747574696f6e2064c3a96369646572612064652063652071756920657374206170707269732e0a20202020202020202732273a0a2020202020202020202065733a20436f6e6365646520686f72617320636f6e6372657461732079206e6f6d627261206120717569656e2061636f6d7061c3b16120616c2065717569706f2e0a2020202020202020202070743a20436f6e6365646520686f72617320636f6e6372657461732065206e6f6d656961207175656d2061636f6d70616e68612061206571756970652e0a20202020202020202020656e3a204772616e747320646566696e69746520686f75727320616e64206e616d65732077686f206163636f6d70616e69657320746865207465616d2e0a2020202020202020202066723a204163636f7264652064657320686575726573207072c3a96369736573206574206e6f6d6d6520717569206163636f6d7061676e65206c27c3a971756970652e0a20202020202020202731273a0a2020202020202020202065733a20457870726573612061706f796f2073696e206465636972207469656d706f206e6920706572736f6e612e0a2020202020202020202070743a2045787072657373612061706f696f2073656d2064697a65722074656d706f206e656d20706573736f612e0a20202020202020202020656e3a20566f6963657320737570706f727420776974686f75742074696d65206f7220706572736f6e2e0a2020202020202020202066723a2045787072696d6520756e20736f757469656e2073616e732074656d7073206e6920706572736f6e6e652e0a20202020202020202730273a0a2020202020202020202065733a20536f6c6f2070726573656e746120616c2065717569706f2e0a2020202020202020202070743a204170656e6173206170726573656e74612061206571756970652e0a20202020202020202020656e3a204f6e6c792070726573656e747320746865207465616d2e0a2020202020202020202066723a204e65206661697420717565207072c3a973656e746572206c27c3a971756970652e0a202020206e6565643a0a2020202020207469746c653a0a202020202020202065733a2050657274696e656e6369612079206e65636573696461640a202020202020202070743a2052656c6576c3a26e6369612065206e656365737369646164650a2020202020202020656e3a2052656c6576616e636520616e64206e6565640a202020202020202066723a2050657274696e656e6365206574206265736f696e0a2020202020207765696768743a2032350a2020202020207468726573686f6c643a202731270a2020202020206c6576656c733a0a20202020202020202733273a0a2020202020202020202065733a20446573637269626520756e20736572766963696f2c206120717569c3a96e2073697276652c206465207175c3a92073697374656d617320646570656e64652079207175c3a9206461c3b16f0a202020202020202020202020636175736172c3ad612073752066616c74612c20636f6e206461746f732070726f70696f732e0a2020202020202020202070743a20446573637265766520756d207365727669c3a76f2c2061207175656d206174656e64652c206465207175652073697374656d617320646570656e64652065207175652064616e6f0a2020202020202020202020207375612066616c74612063617573617269612c20636f6d206461646f73207072c3b37072696f732e0a20202020202020202020656e3a20446573637269626573206120736572766963652c2077686f6d206974207365727665732c207468652073797374656d73206974207265737473206f6e20616e64207468650a2020202020202020202020206861726d206f66206c6f73696e672069742c20776974682066696775726573206f6620697473206f776e2e0a2020202020202020202066723a2044c3a96372697420756e20736572766963652c20736f6e207075626c69632c206c65732073797374c3a86d657320646f6e7420696c2064c3a970656e64206574206c6520746f72740a202020202020202020202020717565206361757365726169742073612070657274652c20636869666672657320c3a0206c2761707075692e0a20202020202020202732273a0a2020202020202020202065733a20446573637269626520736572766963696f2c20706572736f6e61732079206461c3b16f2c2073696e206c6f732073697374656d6173206465206c6f732071756520646570656e64650a2020202020202020202020206f2073696e206461746f732e0a2020202020202020202070743a204465736372657665207365727669c3a76f2c20706573736f617320652064616e6f2c2073656d206f732073697374656d61732064652071756520646570656e6465206f750a20202020202020202020202073656d206461646f732e0a20202020202020202020656e3a2044657363726962657320736572766963652c2070656f706c6520616e64206861726d2c20776974686f7574207468652073797374656d73206974207265737473206f6e0a2020202020202020202020206f7220776974686f757420666967757265732e0a2020202020202020202066723a2044c3a96372697420736572766963652c207075626c696320657420746f72742c2073616e73206c65732073797374c3a86d657320646f6e7420696c2064c3a970656e64206f750a20202020202020202020202073616e732063686966667265732e0a20202020202020202731273a0a2020202020202020202065733a204861626c6120646520636962657273656775726964616420656e2067656e6572616c2079206170656e617320646520737520736572766963696f2e0a2020202020202020202070743a2046616c612064652063696265727365677572616ec3a76120656d20676572616c206520706f75636f20646520736575207365727669c3a76f2e0a20202020202020202020656e3a20537065616b73206f66206379626572736563757269747920696e2067656e6572616c2c20686172646c79206f662069747320736572766963652e0a2020202020202020202066723a205061726c6520646520637962657273c3a96375726974c3a920656e2067c3a96ec3a972616c2c20c3a0207065696e6520646520736f6e20736572766963652e0a20202020202020202730273a0a2020202020202020202065733a204e6f207365207265636f6e6f6365206e696e67c3ba6e20736572766963696f2061206c617320706572736f6e61732e0a2020202020202020202070743a204ec3a36f207365207265636f6e68656365206e656e68756d207365727669c3a76f20c3a07320706573736f61732e0a20202020202020202020656e3a204e6f207365727669636520746f2070656f706c652063616e206265207265636f676e697365642e0a2020202020202020202066723a20417563756e207365727669636520c3a0206c6120706f70756c6174696f6e206e27657374207265636f6e6e6169737361626c652e0a20202020636f6d706f736974696f6e3a0a2020202020207469746c653a0a202020202020202065733a20436f6d706f73696369c3b36e207920646976657273696461642064656c2065717569706f0a202020202020202070743a20436f6d706f7369c3a7c3a36f2065206469766572736964616465206461206571756970650a2020202020202020656e3a20436f6d706f736974696f6e20616e6420646976657273697479206f6620746865207465616d0a202020202020202066723a20436f6d706f736974696f6e206574206469766572736974c3a9206465206c27c3a971756970650a20202020202068656c703a0a202020202020202065733a204375656e7461206c6120646976657273696461642064652066756e63696f6e65732c206e6976656c6573207920657870657269656e636961732e204c6f732074c3ad74756c6f730a202020202020202020206e6f2073756d616e20706f722073c3ad20736f6c6f732e0a202020202020202070743a20436f6e746120612064697665727369646164652064652066756ec3a7c3b565732c206ec3ad76656973206520657870657269c3aa6e636961732e2054c3ad74756c6f73206ec3a36f20736f6d616d0a20202020202020202020706f722073692073c3b3732e0a2020202020202020656e3a205768617420636f756e74732069732074686520646976657273697479206f662066756e6374696f6e732c2072616e6b7320616e6420657870657269656e63652e20446567726565730a20202020202020202020616464206e6f7468696e67206279207468656d73656c7665732e0a202020202020202066723a2043652071756920636f6d7074652c206327657374206c61206469766572736974c3a92064657320666f6e6374696f6e732c20646573206772616465732065742064657320706172636f7572732e0a202020202020202020204c6573206469706cc3b46d6573206e27616a6f7574656e74207269656e20656e20736f692e0a2020202020207765696768743a2031350a2020202020206c6576656c733a0a20202020202020202733273a0a2020202020202020202065733a205265c3ba6e652074726573206f206dc3a1732066756e63696f6e65732079206e6976656c65732064697374696e746f732c2079206469636520636f6e206672616e7175657a610a2020202020202020202020207175c3a92066616c746120792063c3b36d6f206c6f207375706c6972c3a12e0a2020202020202020202070743a205265c3ba6e65207472c3aa73206f75206d6169732066756ec3a7c3b565732065206ec3ad76656973206469666572656e74657320652064697a20636f6d206672616e7175657a61206f0a2020202020202020202020207175652066616c7461206520636f6d6f20766169207375707269722e0a20202020202020202020656e3a204272696e677320746f676574686572207468726565206f72206d6f72652066756e6374696f6e7320616e642072616e6b732c20616e642073617973206672616e6b6c790a20202020202020202020202077686174206973206d697373696e6720616e6420686f772069742077696c6c206265206d61646520757020666f722e0a2020202020202020202066723a2052c3a9756e6974206175206d6f696e732074726f697320666f6e6374696f6e73206574206772616465732c20646974206672616e6368656d656e7420636520717569206d616e7175650a202020202020202020202020657420636f6d6d656e74207920737570706cc3a965722e0a20202020202020202732273a0a2020202020202020202065733a205265c3ba6e6520747265732066756e63696f6e65732064697374696e7461732c20636f6e206c6f20717565206361646120756e612061706f7274612e0a2020202020202020202070743a205265c3ba6e65207472c3aa732066756ec3a7c3b56573206469666572656e7465732c20636f6d206f20717565206361646120756d61207472617a2e0a20202020202020202020656e3a204272696e677320746f6765746865722074687265652066756e6374696f6e732c20776974682077686174206561636820616464732e0a2020202020202020202066723a2052c3a9756e69742074726f697320666f6e6374696f6e732c2061766563206c276170706f72742064652063686163756e652e0a20202020202020202731273a0a2020202020202020202065733a20446f732066756e63696f6e65732c206f2061706f7274657320717565206e6f2073652064697374696e6775656e2e0a2020202020202020202070743a20447561732066756ec3a7c3b565732c206f7520636f6e747269627569c3a7c3b5657320717565206ec3a36f2073652064697374696e6775656d2e0a20202020202020202020656e3a2054776f2066756e6374696f6e732c206f7220636f6e747269627574696f6e7320746861742063616e6e6f7420626520746f6c642061706172742e0a2020202020202020202066723a204465757820666f6e6374696f6e732c206f7520646573206170706f72747320717569206e652073652064697374696e6775656e74207061732e0a20202020202020202730273a0a2020202020202020202065733a20546f64617320686163656e206c6f206d69736d6f206f206e6f207365206578706c6963612e0a2020202020202020202070743a20546f6461732066617a656d206f206d65736d6f206f75206ec3a36f207365206578706c6963612e0a20202020202020202020656e3a20416c6c20646f207468652073616d652c206f72206974206973206e6f74206578706c61696e65642e0a2020202020202020202066723a20546f7574657320666f6e74206c61206dc3aa6d652063686f73652c206f75207269656e206e27657374206578706c697175c3a92e0a20202020706c616e3a0a2020202020207469746c653a0a202020202020202065733a2053656775696d69656e746f20792065666563746f206d756c7469706c696361646f720a202020202020202070743a2041636f6d70616e68616d656e746f20652065666569746f206d756c7469706c696361646f720a2020202020202020656e3a20466f6c6c6f772d757020616e64206d756c7469706c79696e67206566666563740a202020202020202066723a205375697669206574206566666574206d756c7469706c696361746575720a2020202020207765696768743a2032300a2020202020207468726573686f6c643a202731270a2020202020206c6576656c733a0a20202020202020202733273a0a2020202020202020202065733a20416363696f6e657320636f6e20726573706f6e7361626c652c206665636861207920706572736f6e61732061206c617320717565206c6c6567616e2c2074616d6269c3a96e0a2020202020202020202020206675657261206465206c6120696e73746974756369c3b36e2e0a2020202020202020202070743a2041c3a7c3b5657320636f6d20726573706f6e73c3a176656c2c2064617461206520706573736f617320616c63616ec3a7616461732c2074616d62c3a96d20666f726120646120696e737469747569c3a7c3a36f2e0a20202020202020202020656e3a20416374696f6e7320776974682061206e616d652c2061206461746520616e64207468652070656f706c6520746865792072656163682c206f7574736964652074686520696e737469747574696f6e0a202020202020202020202020746f6f2e0a2020202020202020202066723a2044657320616374696f6e73206176656320726573706f6e7361626c652c2064617465206574207075626c696320746f756368c3a92c207920636f6d7072697320686f72730a2020202020202020202020206465206c27696e737469747574696f6e2e0a20202020202020202732273a0a2020202020202020202065733a20416363696f6e657320636f6e20726573706f6e7361626c6520792066656368612064656e74726f206465206c6120696e73746974756369c3b36e2e0a2020202020202020202070743a2041c3a7c3b5657320636f6d20726573706f6e73c3a176656c206520646174612064656e74726f20646120696e737469747569c3a7c3a36f2e0a20202020202020202020656e3a20416374696f6e7320776974682061206e616d6520616e642061206461746520696e736964652074686520696e737469747574696f6e2e0a2020202020202020202066723a2044657320616374696f6e73206176656320726573706f6e7361626c6520657420646174652064616e73206c27696e737469747574696f6e2e0a20202020202020202731273a0a2020202020202020202065733a20416363696f6e65732073696e206665636861206f2073696e20726573706f6e7361626c652e0a2020202020202020202070743a2041c3a7c3b565732073656d2064617461206f752073656d20726573706f6e73c3a176656c2e0a20202020202020202020656e3a20416374696f6e7320776974686f757420612064617465206f7220776974686f75742061206e616d652e0a2020202020202020202066723a2044657320616374696f6e732073616e732064617465206f752073616e7320726573706f6e7361626c652e0a20202020202020202730273a0a2020202020202020202065733a20536f6c6f206275656e617320696e74656e63696f6e65732e0a2020202020202020202070743a204170656e617320626f617320696e74656ec3a7c3b565732e0a20202020202020202020656e3a20476f6f6420696e74656e74696f6e73206f6e6c792e0a2020202020202020202066723a20446520626f6e6e657320696e74656e74696f6e73207365756c656d656e742e0a202020206d6f7469766174696f6e3a0a2020202020207469746c653a0a202020202020202065733a204d6f746976616369c3b36e207061726120617072656e6465720a202020202020202070743a204d6f74697661c3a7c3a36f207061726120617072656e6465720a2020202020202020656e3a204d6f7469766174696f6e20746f206c6561726e0a202020202020202066723a204d6f7469766174696f6e20c3a02061707072656e6472650a2020202020207765696768743a2031300a2020202020206c6576656c733a0a20202020202020202733273a0a2020202020202020202065733a204e6f6d62726120756e20686563686f2076697669646f2c206c6f2071756520656e746f6e636573206e6f207375706965726f6e2068616365722079206c6f20717565207175696572656e0a20202020202020202020202073616265722e0a2020202020202020202070743a204369746120756d206661746f2076697669646f2c206f20717565206ec3a36f20736f75626572616d2066617a65722065206f207175652071756572656d20617072656e6465722e0a20202020202020202020656e3a204e616d657320736f6d657468696e67206c69766564207468726f7567682c2077686174207468657920636f756c64206e6f7420646f207468656e2c20616e6420776861740a202020202020202020202020746865792077616e7420746f206b6e6f772e0a2020202020202020202066723a204369746520756e20666169742076c3a963752c20636520717527656c6c6573206e276f6e742070617320737520666169726520616c6f727320657420636520717527656c6c65730a2020202020202020202020207665756c656e74207361766f69722e0a20202020202020202732273a0a2020202020202020202065733a2044696365207175c3a9207175696572656e20617072656e64657220792070617261207175c3a92e0a2020202020202020202070743a2044697a206f207175652071756572656d20617072656e64657220652070617261207175c3aa2e0a20202020202020202020656e3a2053617973207768617420746865792077616e7420746f206c6561726e2c20616e64207768617420666f722e0a2020202020202020202066723a2044697420636520717527656c6c6573207665756c656e742061707072656e6472652c20657420706f75722071756f692066616972652e0a20202020202020202731273a0a2020202020202020202065733a20446963652071756520656c2074656d6120657320696d706f7274616e74652e0a2020202020202020202070743a2044697a20717565206f2074656d6120c3a920696d706f7274616e74652e0a20202020202020202020656e3a2053617973207468617420746865207375626a656374206d6174746572732e0a2020202020202020202066723a2044697420717565206c652073756a65742065737420696d706f7274616e742e0a20202020202020202730273a0a2020202020202020202065733a204e6f2064612072617a6f6e65732070726f706961732e0a2020202020202020202070743a204ec3a36f2064c3a12072617ac3b56573207072c3b370726961732e0a20202020202020202020656e3a204769766573206e6f20726561736f6e73206f6620697473206f776e2e0a2020202020202020202066723a204e6520646f6e6e652070617320646520726169736f6e732070726f707265732e0a7374616765733a0a2d2069643a207363686f6c617273686970730a20207469746c653a0a2020202065733a2042656361730a2020202070743a20426f6c7361730a20202020656e3a205363686f6c617273686970730a2020202066723a20426f75727365730a202073636f72653a206d657269740a2020726174696e67733a20320a202061646a7573743a206e657665720a20207468726573686f6c643a2035300a2020746965733a0a20202d20636f6d6d69746d656e740a20202d20706c616e0a20202d206c6f776573740a20202d20647261770a202072616e646f6d6e6573733a0a20202020736f757263653a0a20202020202065733a204c6f73206ec3ba6d65726f732067616e61646f7265732064656c207072696d657220736f7274656f206d61796f72206465206c61206c6f746572c3ad61206e6163696f6e616c2064650a2020202020202020436f73746120526963612063656c65627261646f206465737075c3a9732064652065736520696e7374616e74652c20656e20656c206f7264656e207075626c696361646f2e0a20202020202070743a204f73206ec3ba6d65726f732076656e6365646f72657320646f207072696d6569726f20736f727465696f207072696e636970616c206461206c6f7465726961206e6163696f6e616c0a2020202020202020646120436f7374612052696361207265616c697a61646f206170c3b373206573736520696e7374616e74652c206e61206f7264656d207075626c69636164612e0a202020202020656e3a205468652077696e6e696e67206e756d62657273206f6620746865206669727374206d61696e2064726177206f6620746865206e6174696f6e616c206c6f7474657279206f6620436f7374610a2020202020202020526963612068656c64206166746572207468617420696e7374616e742c20696e20746865206f72646572207075626c69736865642e0a20202020202066723a204c6573206e756dc3a9726f73206761676e616e7473206475207072656d696572206772616e6420746972616765206465206c61206c6f7465726965206e6174696f6e616c652064750a2020202020202020436f73746120526963612074656e7520617072c3a8732063657420696e7374616e742c2064616e73206c276f72647265207075626c69c3a92e0a2020202061743a2027323032362d30342d32315431323a33303a30305a270a20206177617264733a0a20202d2069643a207363686f6c6172736869700a202020207469746c653a0a20202020202065733a20426563610a20202020202070743a20426f6c73610a202020202020656e3a205363686f6c6172736869700a20202020202066723a20426f757273650a202020206b696e643a207363686f6c6172736869700a2020202073656174733a2036300a202020206d6574686f643a2072616e6b65640a20202020636170733a0a202020202d2062793a20636f756e7472790a2020202020206d61783a2031320a202020202d2062793a20696e737469747574696f6e0a2020202020206d61783a20320a202020202020756e69743a207465616d730a20202020666c6f6f72733a0a202020202d2077686572653a0a20202020202020206c6576656c3a207375622d6e6174696f6e616c0a2020202020206d696e3a2031320a202020202d2077686572653a0a20202020202020207375625f726567696f6e3a2063617269626265616e0a2020202020206d696e3a2031300a20202020636f6e646974696f6e733a0a20202020202065733a204c612062656361207365206d616e7469656e6520636f6e206c61206173697374656e6369612071756520696e64696361206573746120636f6e766f6361746f7269612e0a20202020202070743a204120626f6c736120c3a9206d616e7469646120636f6d20612070726573656ec3a761207175652065737461206368616d61646120696e646963612e0a202020202020656e3a20546865207363686f6c617273686970206973206b6570742062792074686520617474656e64616e6365207468617420746869732063616c6c207374617465732e0a20202020202066723a204c6120626f7572736520736520636f6e736572766520706172206c276173736964756974c3a920717527696e64697175652063657420617070656c2e0a2d2069643a2064656c6567617465730a20207469746c653a0a2020202065733a2044656c6567616461732061206c612043756d6272650a2020202070743a2044656c65676164617320c3a02043c3ba70756c610a20202020656e3a2044656c65676174657320746f207468652053756d6d69740a2020202066723a2044c3a96cc3a96775c3a9657320617520536f6d6d65740a202073636f72653a206472696c6c0a20206f70656e5f746f3a207363686f6c6172736869700a20206472696c6c733a0a20202d2069643a206472696c6c0a202020207469746c653a0a20202020202065733a20456a6572636963696f20726567696f6e616c0a20202020202070743a204578657263c3ad63696f20726567696f6e616c0a202020202020656e3a20526567696f6e616c206472696c6c0a20202020202066723a2045786572636963652072c3a967696f6e616c0a2020726174696e67733a20320a202061646a7573743a206e657665720a202074696d655f7765696768743a20300a20207468726573686f6c643a2034300a2020746965733a0a20202d207175616c6974790a20202d206c6f776573740a20202d20647261770a202072616e646f6d6e6573733a0a20202020736f757263653a0a20202020202065733a204c6f73206ec3ba6d65726f732067616e61646f7265732064656c207072696d657220736f7274656f206d61796f72206465206c61206c6f746572c3ad61206e6163696f6e616c2064650a2020202020202020436f73746120526963612063656c65627261646f206465737075c3a9732064652065736520696e7374616e74652c20656e20656c206f7264656e207075626c696361646f2e0a20202020202070743a204f73206ec3ba6d65726f732076656e6365646f72657320646f207072696d6569726f20736f727465696f207072696e636970616c206461206c6f7465726961206e6163696f6e616c0a2020202020202020646120436f7374612052696361207265616c697a61646f206170c3b373206573736520696e7374616e74652c206e61206f7264656d207075626c69636164612e0a202020202020656e3a205468652077696e6e696e67206e756d62657273206f6620746865206669727374206d61696e2064726177206f6620746865206e6174696f6e616c206c6f7474657279206f6620436f7374610a2020202020202020526963612068656c64206166746572207468617420696e7374616e742c20696e20746865206f72646572207075626c69736865642e0a20202020202066723a204c6573206e756dc3a9726f73206761676e616e7473206475207072656d696572206772616e6420746972616765206465206c61206c6f7465726965206e6174696f6e616c652064750a2020202020202020436f73746120526963612074656e7520617072c3a8732063657420696e7374616e742c2064616e73206c276f72647265207075626c69c3a92e0a2020202061743a2027323032362d30362d32305431323a33303a30305a270a20206177617264733a0a20202d2069643a2064656c65676174650a202020207469746c653a0a20202020202065733a2044656c65676164610a20202020202070743a2044656c65676164610a202020202020656e3a2044656c65676174650a20202020202066723a2044c3a96cc3a96775c3a9650a202020206b696e643a2064656c65676174650a2020202073656174733a20340a20202020636170733a0a202020202d2062793a20696e737469747574696f6e0a2020202020206d61783a20310a202020202020756e69743a207465616d730a202020202d2062793a20636f756e7472790a2020202020206d61783a20330a20202020616c7465726e617465733a20320a20202020636f6e646974696f6e733a0a20202020202065733a204c61206a6566612064656c2065717569706f2070726f706f6e65206120756e612064656c65676164612079206120756e61207375706c656e74652e20456c2070726f6772616d610a20202020202020206375627265207669616a652c20616c6f6a616d69656e746f2079206375696461646f20646520706572736f6e6173206120636172676f2e0a20202020202070743a2041206cc3ad6465722064612065717569706520696e6469636120756d612064656c6567616461206520756d61207375706c656e74652e204f2070726f6772616d6120636f6272652076696167656d2c0a2020202020202020686f737065646167656d2065206375696461646f20646520646570656e64656e7465732e0a202020202020656e3a20546865207465616d2773206c656164206e6f6d696e6174657320612064656c656761746520616e6420736f6d65626f647920696e206865722073746561642e205468652070726f6772616d6d650a2020202020202020636f766572732074726176656c2c206c6f6467696e6720616e64206361726520666f7220646570656e64616e74732e0a20202020202066723a204c6120636865666665206427c3a971756970652070726f706f736520756e652064c3a96cc3a96775c3a96520657420756e6520737570706cc3a9616e74652e204c652070726f6772616d6d650a20202020202020207072656e6420656e20636861726765206c6520766f796167652c206c2768c3a962657267656d656e74206574206c61206761726465206465732070726f636865732e0a6576616c756174696f6e3a0a202063616c6962726174696f6e3a0a2020202065786163743a2036300a202020206c656173743a2031300a2020202074776f5f6f66663a20300a202074686972643a0a202020206c6576656c733a20320a2020202062616e643a20747275650a61707065616c733a0a202067726f756e64733a0a20202d2069643a2061726974686d657469630a20202020746578743a0a20202020202065733a20556e2063c3a16c63756c6f20657374c3a1206d616c2e0a20202020202070743a20556d2063c3a16c63756c6f20657374c3a12065727261646f2e0a202020202020656e3a20412063616c63756c6174696f6e2069732077726f6e672e0a20202020202066723a20556e2063616c63756c2065737420666175782e0a20202d2069643a2072756c650a20202020746578743a0a20202020202065733a204e6f2073652061706c6963c3b320756e61207265676c61206465206573746120636f6e766f6361746f7269612e0a20202020202070743a20556d61207265677261206465737461206368616d616461206ec3a36f20666f692061706c69636164612e0a202020202020656e3a20412072756c65206f6620746869732063616c6c20776173206e6f74206170706c6965642e0a20202020202066723a20556e652072c3a8676c652064652063657420617070656c206e27612070617320c3a974c3a9206170706c697175c3a9652e0a20202d2069643a20696e7465726573740a20202020746578743a0a20202020202065733a20556e61206576616c7561646f72612074656ec3ad6120756e20636f6e666c6963746f20646520696e746572c3a9732e0a20202020202070743a20556d61206176616c6961646f72612074696e686120636f6e666c69746f20646520696e74657265737365732e0a202020202020656e3a20416e206576616c7561746f7220686164206120636f6e666c696374206f6620696e7465726573742e0a20202020202066723a20556e6520c3a976616c7561747269636520617661697420756e20636f6e666c6974206427696e74c3a972c3aa74732e0a20202d2069643a20696e636964656e740a20202020746578743a0a20202020202065733a20456c20726567697374726f206d75657374726120756e20696e636964656e74652074c3a9636e69636f20717565206166656374c3b320616c2065717569706f2e0a20202020202070743a204f20726567697374726f206d6f7374726120756d20696e636964656e74652074c3a9636e69636f2071756520616665746f752061206571756970652e0a202020202020656e3a20546865206c6f672073686f7773206120746563686e6963616c20696e636964656e74207468617420616666656374656420746865207465616d2e0a20202020202066723a204c65206a6f75726e616c206d6f6e74726520756e20696e636964656e7420746563686e6971756520717569206120746f756368c3a9206c27c3a971756970652e0a20202d2069643a206c616e67756167650a20202020746578743a0a20202020202065733a204576616c75c3b320616c677569656e20717565206e6f206c656520656c206964696f6d61206465206c61207265737075657374612e0a20202020202070743a204176616c696f7520616c6775c3a96d20717565206ec3a36f206cc3aa206f206964696f6d6120646120726573706f7374612e0a202020202020656e3a20536f6d65626f64792072617465642077686f20646f6573206e6f74207265616420746865206c616e6775616765206f662074686520726573706f6e73652e0a20202020202066723a20556e6520706572736f6e6e6520717569206e65206c697420706173206c61206c616e677565206465206c612072c3a9706f6e7365206c276120c3a976616c75c3a9652e0a2020757068656c643a2066697273745f6f6e5f776169746c6973740a6465726f676174696f6e3a0a2020746578743a0a2020202065733a20456c20636f6d6974c3a92070756564652061706172746172736520646520756e61207265676c6120736f6c6f20706f7220756e206d6f7469766f20717565206e6f207075646f2070726576657273652c0a202020202020636f6e20646f73206669726d6173207920636f6e20656c206d6f7469766f207075626c696361646f20656e206c61206e6f7461206465206dc3a9746f646f2e0a2020202070743a204f20636f6d6974c3aa20706f6465207365206166617374617220646520756d6120726567726120736f6d656e746520706f7220756d206d6f7469766f20717565206ec3a36f20706f6469610a20202020202073657220707265766973746f2c20636f6d206475617320617373696e617475726173206520636f6d206f206d6f7469766f207075626c696361646f206e61206e6f7461206465206dc3a9746f646f2e0a20202020656e3a2054686520636f6d6d6974746565206d6179206465706172742066726f6d20612072756c65206f6e6c7920666f72206120726561736f6e207468617420636f756c64206e6f7420626520666f72657365656e2c0a202020202020776974682074776f207369676e61747572657320616e6420776974682074686520726561736f6e207075626c697368656420696e20746865206d6574686f64206e6f74652e0a2020202066723a204c6520636f6d6974c3a9206e652070657574207327c3a9636172746572206427756e652072c3a8676c652071756520706f757220756e206d6f74696620696d7072c3a976697369626c652c20617665630a20202020202064657578207369676e617475726573206574206c65206d6f746966207075626c69c3a92064616e73206c61206e6f7465206465206dc3a974686f64652e0a70656e616c746965733a0a2d2069643a207265616c5f636f6e746163740a2020706f696e74733a20350a2020746578743a0a2020202065733a20436f6e746163746172206120756e61206175746f7269646164207265616c20647572616e746520656c20656a6572636963696f2e0a2020202070743a20456e7472617220656d20636f6e7461746f20636f6d20756d61206175746f726964616465207265616c20647572616e7465206f206578657263c3ad63696f2e0a20202020656e3a20436f6e74616374696e672061207265616c20617574686f7269747920647572696e6720746865206472696c6c2e0a2020202066723a20436f6e74616374657220756e65206175746f726974c3a92072c3a9656c6c652070656e64616e74206c2765786572636963652e0a2d2069643a20756e6d61726b65640a2020706f696e74733a20320a2020746578743a0a2020202065733a20456e766961722066756572612064656c2065717569706f20756e206d656e73616a652073696e206c61206d6172636120454a4552434943494f2e0a2020202070743a20456e76696172207061726120666f72612064612065717569706520756d61206d656e736167656d2073656d2061206d61726361204558455243c38d43494f2e0a20202020656e3a2053656e64696e672061206d657373616765206f75747369646520746865207465616d20776974686f757420746865204558455243495345206d61726b2e0a2020202066723a20456e766f79657220686f7273206465206c27c3a9717569706520756e206d6573736167652073616e73206c61206d656e74696f6e2045584552434943452e0a2d2069643a20706572736f6e616c5f646174610a2020706f696e74733a20320a2020746578743a0a2020202065733a20526576656c6172206461746f7320706572736f6e616c657320646520756e6120636f6d7061c3b16572612e0a2020202070743a20526576656c6172206461646f7320706573736f61697320646520756d6120636f6c6567612e0a20202020656e3a20446973636c6f73696e6720706572736f6e616c2064617461206f66206120636f6c6c65616775652e0a2020202066723a20446976756c677565722064657320646f6e6ec3a9657320706572736f6e6e656c6c6573206427756e6520636f6c6cc3a86775652e0a61626f72743a0a202064656c6976657265645f7765696768743a2036300a2020746578743a0a2020202065733a20536920656c20656a6572636963696f20736520696e74657272756d70652c206375656e7461206375616e646f20746f646f73206c6f732065717569706f7320686162c3ad616e20726563696269646f0a202020202020616c206d656e6f7320656c2036302025206465207375207065736f2e205369206e6f2c2073652072657069746520636f6e206f74726f20657363656e6172696f2e0a2020202070743a205365206f206578657263c3ad63696f20666f7220696e746572726f6d7069646f2c20656c652076616c65207175616e646f20746f64617320617320657175697065732074696e68616d20726563656269646f0a202020202020616f206d656e6f73203630202520646520736575207065736f2e204361736f20636f6e7472c3a172696f2c20c3a920726570657469646f20636f6d206f7574726f2063656ec3a172696f2e0a20202020656e3a20496620746865206472696c6c2069732062726f6b656e206f66662c20697420636f756e747320776865726520616c6c207465616d7320686164207265636569766564206174206c656173740a20202020202036302025206f6620697473207765696768742e204f74686572776973652069742069732072756e20616761696e207769746820616e6f74686572207363656e6172696f2e0a2020202066723a205369206c2765786572636963652065737420696e746572726f6d70752c20696c20636f6d7074652064c3a873206c6f72732071756520746f75746573206c657320c3a97175697065732061766169656e740a2020202020207265c3a775206175206d6f696e73203630202520646520736f6e20706f6964732e2053696e6f6e2c20696c2065737420726566616974206176656320756e206175747265207363c3a96e6172696f2e0a617474656e64616e63653a0a20206c656173743a2037350a202073657373696f6e733a0a20202d2069643a206d300a202020207469746c653a204d300a2020202061743a2027323032362d30352d31365431323a33303a30305a270a202020206e65656465643a20747275650a20202d2069643a206d310a202020207469746c653a204d310a2020202061743a2027323032362d30352d31375431323a33303a30305a270a202020206e65656465643a2066616c73650a20202d2069643a206d320a202020207469746c653a204d320a2020202061743a2027323032362d30352d31385431323a33303a30305a270a202020206e65656465643a2066616c73650a20202d2069643a206d330a202020207469746c653a204d330a2020202061743a2027323032362d30352d31395431323a33303a30305a270a202020206e65656465643a2066616c73650a');
INSERT INTO public.declaration VALUES ('eligibility:yct3hk9btffc', '924uwbhxjx9b', '[]', NULL, 'Programa regional', 1775050200000);
INSERT INTO public.declaration VALUES ('eligibility:yct3hk9btffc', 'fqt4b8s8xc78', '[]', NULL, 'Programa regional', 1775050200000);
INSERT INTO public.delivery VALUES (3, '97bxeqc2mqe6', 'zvdd9v3bdhyj', '03', 2, 'planned', NULL, false, false, 1800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (6, '97bxeqc2mqe6', 'vn5frjkumnkq', '03', 2, 'planned', NULL, false, false, 1800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (4, '97bxeqc2mqe6', 'vn5frjkumnkq', '01', 0, 'delivered', NULL, false, false, 300000, 300000, NULL, NULL, NULL, 1500000, 1560000, NULL);
INSERT INTO public.delivery VALUES (2, '97bxeqc2mqe6', 'zvdd9v3bdhyj', '02', 1, 'delivered', NULL, false, false, 360000, 360000, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (5, '97bxeqc2mqe6', 'vn5frjkumnkq', '02', 1, 'delivered', NULL, false, false, 360000, 360000, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (1, '97bxeqc2mqe6', 'zvdd9v3bdhyj', '01', 0, 'answered', NULL, false, false, 300000, 300000, NULL, NULL, 360000, 1500000, 1560000, NULL);
INSERT INTO public.draft VALUES (1, '{"text": "Avisamos a direcci\u00f3n."}', 'w94m9g55vtgj', 360000, NULL, NULL, NULL);
INSERT INTO public.draft VALUES (4, '{"text": "On coupe le r\u00e9seau."}', 'mfj4jxmwse28', 360000, NULL, NULL, NULL);
INSERT INTO public.drill VALUES ('97bxeqc2mqe6', 'Simulacro', '65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354', 'es', 'UTC', 'paused', false, false, true, false, 3600000, 420000, NULL, 1, 1772455020000, 1772454600000, 1772455020000, NULL, NULL, 'q77an465c4cd', '79f78dda89e9c27942fcf84ee9dbb8f6', 1772454600000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.eligibility VALUES ('vcunhzrf8htm', 'aqhd4eh3tsbb', '924uwbhxjx9b', 1, true, 'eligible', '[]', '', 1775050200000);
INSERT INTO public.eligibility VALUES ('cyr7uf3jpbra', 'gkgzebxf46sz', '924uwbhxjx9b', 1, true, 'eligible', '[]', '', 1775050200000);
INSERT INTO public.eligibility VALUES ('fk7ggcw9zrfz', 'x56fnj66dtr8', '924uwbhxjx9b', 1, true, 'eligible', '[]', '', 1775050200000);
INSERT INTO public.eligibility VALUES ('96jvp8jhu9ee', 'jynxxcjpfvdm', '924uwbhxjx9b', 1, true, 'eligible', '[]', '', 1775050200000);
INSERT INTO public.eligibility VALUES ('739kfrmtmawn', 'aqhd4eh3tsbb', 'fqt4b8s8xc78', 1, true, 'eligible', '[]', '', 1775050200001);
INSERT INTO public.eligibility VALUES ('bm4a9ykcay9a', 'gkgzebxf46sz', 'fqt4b8s8xc78', 1, true, 'eligible', '[]', '', 1775050200001);
INSERT INTO public.eligibility VALUES ('pf77z3x5qezz', 'x56fnj66dtr8', 'fqt4b8s8xc78', 1, true, 'eligible', '[]', '', 1775050200001);
INSERT INTO public.eligibility VALUES ('kdnmnk6sbst5', 'jynxxcjpfvdm', 'fqt4b8s8xc78', 1, true, 'eligible', '[]', '', 1775050200001);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 1, 'drill:97bxeqc2mqe6', 1);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 2, 'drill:97bxeqc2mqe6', 2);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 3, 'drill:97bxeqc2mqe6', 3);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 1, 'drill:97bxeqc2mqe6', 4);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 4, 'drill:97bxeqc2mqe6', 4);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 2, 'drill:97bxeqc2mqe6', 7);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 5, 'drill:97bxeqc2mqe6', 7);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 3, 'drill:97bxeqc2mqe6', 8);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 6, 'drill:97bxeqc2mqe6', 8);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 4, 'drill:97bxeqc2mqe6', 11);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 7, 'drill:97bxeqc2mqe6', 11);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 1, 'drill:97bxeqc2mqe6', 12);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 8, 'drill:97bxeqc2mqe6', 12);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 2, 'drill:97bxeqc2mqe6', 15);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 9, 'drill:97bxeqc2mqe6', 15);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 3, 'drill:97bxeqc2mqe6', 16);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 10, 'drill:97bxeqc2mqe6', 16);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 4, 'drill:97bxeqc2mqe6', 19);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 11, 'drill:97bxeqc2mqe6', 19);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 5, 'drill:97bxeqc2mqe6', 20);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 5, 'drill:97bxeqc2mqe6', 20);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 12, 'drill:97bxeqc2mqe6', 20);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 6, 'drill:97bxeqc2mqe6', 21);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 13, 'drill:97bxeqc2mqe6', 21);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 6, 'drill:97bxeqc2mqe6', 22);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 14, 'drill:97bxeqc2mqe6', 22);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 7, 'drill:97bxeqc2mqe6', 23);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 15, 'drill:97bxeqc2mqe6', 23);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 7, 'drill:97bxeqc2mqe6', 24);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 16, 'drill:97bxeqc2mqe6', 24);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 8, 'drill:97bxeqc2mqe6', 25);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 17, 'drill:97bxeqc2mqe6', 25);
INSERT INTO public.feed VALUES ('team:zvdd9v3bdhyj', 9, 'drill:97bxeqc2mqe6', 26);
INSERT INTO public.feed VALUES ('team:vn5frjkumnkq', 8, 'drill:97bxeqc2mqe6', 26);
INSERT INTO public.feed VALUES ('staff:97bxeqc2mqe6', 18, 'drill:97bxeqc2mqe6', 26);
INSERT INTO public."grant" VALUES ('p56jex3rcbsb', 'q77an465c4cd', 'facilitator', 'all');
INSERT INTO public."grant" VALUES ('arpzpvrvcrdb', 'rutxsbdd94ys', 'evaluator', 'all');
INSERT INTO public."grant" VALUES ('c7egmj3thehm', '784hbtmjgtyz', 'evaluator', 'all');
INSERT INTO public."grant" VALUES ('2gv33hftw77a', '924uwbhxjx9b', 'organizer', 'all');
INSERT INTO public."grant" VALUES ('63xh9jydskhk', 'ytxt9xudhp7b', 'observer', 'all');
INSERT INTO public."grant" VALUES ('ywwx58jnheat', 'q77an465c4cd', 'facilitator', 'drill:97bxeqc2mqe6');
INSERT INTO public."grant" VALUES ('f2rhrzcv33bc', 'fqt4b8s8xc78', 'organizer', 'programme:yct3hk9btffc');
INSERT INTO public."grant" VALUES ('t8hmyy6uwbqt', '739n29mbyhgr', 'organizer', 'programme:yct3hk9btffc');
INSERT INTO public."grant" VALUES ('gmn9jfeqxvbp', 'g6w2psfrsr2w', 'evaluator', 'programme:yct3hk9btffc');
INSERT INTO public."grant" VALUES ('k8qhecef7qp4', 'a7n6mgj4meqn', 'evaluator', 'programme:yct3hk9btffc');
INSERT INTO public."grant" VALUES ('uth8y4bypyke', '24j49cmbxn6j', 'evaluator', 'programme:yct3hk9btffc');
INSERT INTO public."grant" VALUES ('g7fem8c2h8dd', '9m7vk5xc8z4x', 'evaluator', 'programme:yct3hk9btffc');
INSERT INTO public.log VALUES ('house', 1, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "q77an465c4cd"}', 'c910963d3c084d34a909903c49f149a0e1b853b5f4cfd79c9fcc57612d1cf5dd');
INSERT INTO public.log VALUES ('house', 2, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "q77an465c4cd", "role": "facilitator", "scope": "all"}', '5fc939c25bfa6d3c2109f86edc8d25e0ed5f8f0421a46d9e9ea2f4081153145c');
INSERT INTO public.log VALUES ('house', 3, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "q77an465c4cd"}', '7fb8e157e289000c563c619b50045531db78cbb55ac167cb8cf356368bf34af7');
INSERT INTO public.log VALUES ('house', 4, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "rutxsbdd94ys"}', '54ec5eac517c2d95ec8b802469198c81a7b2c27105531dab6d331407859c8735');
INSERT INTO public.log VALUES ('house', 5, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "rutxsbdd94ys", "role": "evaluator", "scope": "all"}', 'cd70610b5b1b72b41a7b5cd82c6e23035689b9a1e94dc7ee2a60bec40fddf339');
INSERT INTO public.log VALUES ('house', 6, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "rutxsbdd94ys"}', '9e6114204154f4488530e746df9c922e0b1180c9fb48903e5c6cbe0b6212acb9');
INSERT INTO public.log VALUES ('house', 7, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "784hbtmjgtyz"}', 'f1361ec3666a1c2408d81846c8faebd0b917d515324a71a26fe2bf281f2d1f55');
INSERT INTO public.log VALUES ('house', 8, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "784hbtmjgtyz", "role": "evaluator", "scope": "all"}', '19502a28cec353761aea052201369c8ff4471d7ba02c21d3d7aa259cfcdf3279');
INSERT INTO public.log VALUES ('house', 9, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "784hbtmjgtyz"}', '625c658470cba6c755c44fbd6e5fb9d897e1390bea131a1b1d27b78da4f36894');
INSERT INTO public.log VALUES ('house', 10, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "924uwbhxjx9b"}', '2e69c9a59810102f74a4cc177d1fa872be8bffc46d02b908ec4d726a32e9c58c');
INSERT INTO public.log VALUES ('house', 11, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "924uwbhxjx9b", "role": "organizer", "scope": "all"}', '113945e3496c68e09b5d8e046a818e4b11670bd2cccc2b6d54a2cf64c67dc29d');
INSERT INTO public.log VALUES ('house', 12, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "924uwbhxjx9b"}', '120cd8c241688dea3eb4f3d5049abbaf2d5be3746032d8c2b9994869a47c31c0');
INSERT INTO public.log VALUES ('house', 13, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "ytxt9xudhp7b"}', 'f99df201ba525712fe48fc79a38853d4a9e9421b7fa8fb21ade0a10ae0fe4d9e');
INSERT INTO public.log VALUES ('house', 14, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "ytxt9xudhp7b", "role": "observer", "scope": "all"}', 'f9cba523a2a01f5950d96326d72686c8bfaf235475741d777fc280ee48dc9f80');
INSERT INTO public.log VALUES ('house', 15, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "ytxt9xudhp7b"}', '5b403ba5e37631967b7b6888aa07fc2223b60a26cbf6ed59bef1478554f9b19a');
INSERT INTO public.log VALUES ('house', 16, NULL, 1772454600000, 'account:q77an465c4cd', NULL, 'role_granted', '{"account": "q77an465c4cd", "role": "facilitator", "scope": "drill:97bxeqc2mqe6"}', '56baa1284ebffe615a0791cce37d12eaf6121333e7f877b43514f51a4220ab80');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 1, 0, 1772454600000, 'account:q77an465c4cd', NULL, 'drill_created', '{"scenario": "test", "version": "1", "digest": "65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354"}', '61c234ebb57d6c5272789417f4e7c5b423459ad88055c27b151450abae608568');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 2, 0, 1772454600000, 'account:q77an465c4cd', 'zvdd9v3bdhyj', 'team_added', '{}', 'b157a1b8d0bb7f463f6935e1bee91beff8e934c2e9aa8fc34fcd82a73fcaafe1');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 3, 0, 1772454600000, 'account:q77an465c4cd', 'vn5frjkumnkq', 'team_added', '{}', 'e31909711b8568181a7c4b9ce45d9d3af367a3c0fc25be174ee11bcf1ac6c573');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 4, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'participant_joined', '{"participant": "w94m9g55vtgj", "name": "209e28f58cab59bd3b3f1ca6ae03dab23d83f45b96b9dec94c747f02bcecd433"}', 'bd5dbccc20d2260819e9c38ef2d74be8f0faebc5ee7a30aa74de428471ad349c');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 5, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'notice_read', '{"participant": "w94m9g55vtgj", "notice": "2026-11"}', '61678203767b8c563c78beb47fe919fe3afd2a4e8f75a0fc86035e16ac22d0fe');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 6, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'consents_chosen', '{"participant": "w94m9g55vtgj", "purposes": "e51a5617ca3cc0b8a69b1bd3f6de7da4f93d00037c34b8588c1c08858d6bcdc5"}', '8b6a99da5a475153a4fbd7fb504361c2cf84829b9af6be924766112a43fbf5e9');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 7, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'seats_taken', '{"participant": "w94m9g55vtgj", "seats": ["lead"]}', 'f8d7a0c4e1ab29c42993c66d674b8cc5fbbeeacaf57ea916ab77e8a0ebc2ca4d');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 8, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'participant_joined', '{"participant": "m4vqfjdpp75u", "name": "5ac34f8cf58a69b902b278b942f50fb7e834242e4e3b0dd264677fb91ceb0c5e"}', 'c7161af4468727e225b60df50c43e871affb8b0e57d45b97389a545c34317b72');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 9, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'notice_read', '{"participant": "m4vqfjdpp75u", "notice": "2026-11"}', 'f766b71b6d851d0abdd637141c657797e1e35be48bf618b1431e66baaafa8edb');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 10, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'consents_chosen', '{"participant": "m4vqfjdpp75u", "purposes": "21369d0e3549b8e09c7d02c637dd8abcb195cd069175ed63189a7000661455a4"}', '9cf617d3359e5d92c00df592b1735991b9483fa0014053662680f022b5246a5f');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 11, 0, 1772454600000, 'nobody', 'zvdd9v3bdhyj', 'seats_taken', '{"participant": "m4vqfjdpp75u", "seats": ["technical"]}', 'abd025d23df9b895995adde4fdd7f42edaf6e130e85ffeec317a6572b17fd804');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 12, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'participant_joined', '{"participant": "u9p7vxa7a7tm", "name": "e1178483829fe648fbb2853a1ce4618f03f1429d10319c31bfc52cb14bbf49c1"}', '9363695229b6dafc230ae8d6556df313629fceb9fb27719db15eeaa8341e3104');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 13, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'notice_read', '{"participant": "u9p7vxa7a7tm", "notice": "2026-11"}', 'a0adb5e13d971120c8078d72d1349ae51cf9c667f064b528b0505e0c158ef2f4');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 14, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'consents_chosen', '{"participant": "u9p7vxa7a7tm", "purposes": "51100f936076578497ad2d03407b6b6fdc92c4a707874b5fe53415127fab69d0"}', '4dddb7e2e1fcbd08615b5481ce0973ee015c7b6e83148209c5749c73c8a621ba');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 15, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'seats_taken', '{"participant": "u9p7vxa7a7tm", "seats": ["lead"]}', '1439b754dfb1ffa754c93ed5c7cfc7be757969057b53ccef48b9f87ead147721');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 16, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'participant_joined', '{"participant": "mfj4jxmwse28", "name": "cba819d48a4ee7e91c51e0cdaa2c72d9eb76c22fd8246858cc64895c3da808ac"}', 'f387ab7ee2e8574119fd68f0c5bd49986d4e73f688f03aa287cdfa1c9511acbb');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 17, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'notice_read', '{"participant": "mfj4jxmwse28", "notice": "2026-11"}', '1a2ec407d74d8409069d86f611a28372866bf3f16b777d70f364f34bb3acc06f');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 18, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'consents_chosen', '{"participant": "mfj4jxmwse28", "purposes": "b91a3bc875788cbcd9dc57a75a1803184992ede50f765521af983adf9b29062a"}', 'e0bc16c4ff41350fc6d3a712d4714970daafa781b1e8269aaea173785d01dc5f');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 19, 0, 1772454600000, 'nobody', 'vn5frjkumnkq', 'seats_taken', '{"participant": "mfj4jxmwse28", "seats": ["communications"]}', '9d0fd39b19108d509ed72c6fd9104d37fb323f69b4ab83c89c15cfa844b50910');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 20, 0, 1772454600000, 'account:q77an465c4cd', NULL, 'drill_started', '{}', '4a46b8f01fca76dcb29e8471798f57aa4aaee520d2ff8e8b6b9091d0f1ed67ef');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 21, 300000, 1772454900000, 'program', 'zvdd9v3bdhyj', 'inject_delivered', '{"inject": "01", "late": false}', '70b91ea6f1031ad9f44d9f81abec8c1aa7ff102785b5ea0592a3da07a7f1e9aa');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 22, 300000, 1772454900000, 'program', 'vn5frjkumnkq', 'inject_delivered', '{"inject": "01", "late": false}', '902218ba13acb55f194b4653fa57bf95657ec0cd211bb1dba4021559fe8e6fac');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 23, 360000, 1772454960000, 'program', 'zvdd9v3bdhyj', 'inject_delivered', '{"inject": "02", "late": false}', 'c467165cb5e2d3ef77b7a56c2ee8a6d4cd44fb8eee8462e8c0b4a46332336ccd');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 24, 360000, 1772454960000, 'program', 'vn5frjkumnkq', 'inject_delivered', '{"inject": "02", "late": false}', '9746322a6adbe7af2c864d54a7eae5149b049aca2f66e9124d83c914bde5cd52');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 25, 360000, 1772454960000, 'participant:w94m9g55vtgj', 'zvdd9v3bdhyj', 'response_received', '{"inject": "01", "response": "7kcamqbhaz7e", "version": 1, "digest": "b4beaeb5709d24759b9ac965df57102dd41f5e60b001b68c85fbe75839015b53"}', '744816f1dfe4b60c6006b5e037f0dca3fad0a4b389a68999dc998ae5e8e72b33');
INSERT INTO public.log VALUES ('drill:97bxeqc2mqe6', 26, 420000, 1772455020000, 'account:q77an465c4cd', NULL, 'drill_paused', '{}', 'e759d653f76124499320376ca1ca24842085f1c1469b69c3368097279021128e');
INSERT INTO public.log VALUES ('house', 17, NULL, 1772455020000, 'account:924uwbhxjx9b', NULL, 'programme_created', '{"programme": "yct3hk9btffc"}', 'b9551ad2933c4cc938475a9efac9e8f6cbef321dba30f57dbe4d6433f8217b18');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 1, NULL, 1772455020000, 'account:924uwbhxjx9b', NULL, 'call_opened', '{"call": "7604261b3e1f34df25bb24c1803936d01580dc2e83eb115b58d412ec88aa71d6"}', 'f35c1223e41bac34c72ae6a3c4deebfe8caf6d85734a251cec64d8c0e091b70f');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 2, NULL, 1772455020000, 'account:924uwbhxjx9b', NULL, 'rules_published', '{"rules": "4a5cc19813972eae7c10cb23155e1550c009f42a43ae47e0b106d421cf803630"}', '8c44e7a4e836ab3acd6b384fd4e9d4e3d3099b0c81658f2be43b806a4868a071');
INSERT INTO public.log VALUES ('house', 18, NULL, 1772455020000, 'program', NULL, 'account_created', '{"account": "fqt4b8s8xc78"}', 'e3f52cac6542de3f5b608bf94c9f1becf1778a246dcb142f3c1a33a32c7d8deb');
INSERT INTO public.log VALUES ('house', 19, NULL, 1772455020000, 'program', NULL, 'role_granted', '{"account": "fqt4b8s8xc78", "role": "organizer", "scope": "programme:yct3hk9btffc"}', 'b534e6ef51feb3a1f2df75025a5b79e91658e6e9ee799b44e850450e8c29d292');
INSERT INTO public.log VALUES ('house', 20, NULL, 1772455020000, 'program', NULL, 'session_opened', '{"account": "fqt4b8s8xc78"}', 'c1979dfa49ba0f0312601ab755465eb5e01e51173d0d0f198e4e8da6d0499ffe');
INSERT INTO public.log VALUES ('house', 21, NULL, 1772455020000, 'program', NULL, 'account_created', '{"account": "739n29mbyhgr"}', '3f1f16eca0485e9265cccc561406e78ff8e11eb551d4f1fbe666f45f17b7d8ed');
INSERT INTO public.log VALUES ('house', 22, NULL, 1772455020000, 'program', NULL, 'role_granted', '{"account": "739n29mbyhgr", "role": "organizer", "scope": "programme:yct3hk9btffc"}', '33c635804eb8dd221c0284f9f4851ca402cd808dc8a8fcf9d96726e19d90088b');
INSERT INTO public.log VALUES ('house', 23, NULL, 1772455020000, 'program', NULL, 'session_opened', '{"account": "739n29mbyhgr"}', '8a0326b551afd79e8e5c3bb0123898f0c7e48048b64eac3b7e9f8b6ae7899af2');
INSERT INTO public.log VALUES ('house', 24, NULL, 1772455020000, 'program', NULL, 'account_created', '{"account": "g6w2psfrsr2w"}', 'f15588ee67b37cd941d45910ea3d2d409d12af4689e0e613848bc398412dda23');
INSERT INTO public.log VALUES ('house', 25, NULL, 1772455020000, 'program', NULL, 'role_granted', '{"account": "g6w2psfrsr2w", "role": "evaluator", "scope": "programme:yct3hk9btffc"}', '639a4370d59a837494a87474a42ab2f2332ab58ad38ed190dcf53cdfb4bc320e');
INSERT INTO public.log VALUES ('house', 26, NULL, 1772455020000, 'program', NULL, 'session_opened', '{"account": "g6w2psfrsr2w"}', '5dbd57b609e5605734f1c056992d2ac9fcd36639fb1129304a06e27e3a6a21d7');
INSERT INTO public.log VALUES ('house', 27, NULL, 1772455020000, 'program', NULL, 'account_created', '{"account": "a7n6mgj4meqn"}', '1994feae3092227f4559349252f1c2cfe0dda98afc7e3a289526d0fd4c3a310a');
INSERT INTO public.log VALUES ('house', 28, NULL, 1772455020000, 'program', NULL, 'role_granted', '{"account": "a7n6mgj4meqn", "role": "evaluator", "scope": "programme:yct3hk9btffc"}', 'ddaed01527d1f8836d22d5e798f0b0dbb65c329bacfefd7476b39575c668331a');
INSERT INTO public.log VALUES ('house', 29, NULL, 1772455020000, 'program', NULL, 'session_opened', '{"account": "a7n6mgj4meqn"}', '5eae38901603ebc6e75b4740727684b79e823ae32f263411d4232bede6e7ab58');
INSERT INTO public.log VALUES ('house', 30, NULL, 1772455020000, 'program', NULL, 'account_created', '{"account": "24j49cmbxn6j"}', 'c01b9d3afb55176f57f0afdea3dc5bad296660a3421c26aeec654da3d5954e85');
INSERT INTO public.log VALUES ('house', 31, NULL, 1772455020000, 'program', NULL, 'role_granted', '{"account": "24j49cmbxn6j", "role": "evaluator", "scope": "programme:yct3hk9btffc"}', '2d77afaa35b6163062bf1b69f2700c388e7d8aa08412d2b25a9b887a5f754136');
INSERT INTO public.log VALUES ('house', 32, NULL, 1772455020000, 'program', NULL, 'session_opened', '{"account": "24j49cmbxn6j"}', '60c7f5c85cb26ea7c92b5960be82d702ed33eb3459287d4bc6445d5f2bfae385');
INSERT INTO public.log VALUES ('house', 33, NULL, 1772455020000, 'program', NULL, 'account_created', '{"account": "9m7vk5xc8z4x"}', '5984bf5fe0eeff90515f0839817185760ae8377fe05b431e2380d97cf2f1b6a8');
INSERT INTO public.log VALUES ('house', 34, NULL, 1772455020000, 'program', NULL, 'role_granted', '{"account": "9m7vk5xc8z4x", "role": "evaluator", "scope": "programme:yct3hk9btffc"}', '2ea4d78c192cbc1c1cc6a547d3e0778e84c5de4a7411e43f784db06b7b5cd3b9');
INSERT INTO public.log VALUES ('house', 35, NULL, 1772455020000, 'program', NULL, 'session_opened', '{"account": "9m7vk5xc8z4x"}', '2df58537c221cfadb96bfde3b4d08962a66069c721900b6207a888023e822e75');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 3, NULL, 1772541060000, 'nobody', NULL, 'application_begun', '{"application": "aqhd4eh3tsbb", "lead": "8eae4130af669837f07c304986e9535642614bd1e85570d08ddbf060d8421e74", "notice": "app-2026-11"}', '3af2aa245c3d6be805efeb91a38ea7682bfcca93264e30a1089f5edf88299b4f');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 4, NULL, 1772541060000, 'applicant:aqhd4eh3tsbb', NULL, 'application_sent', '{"application": "aqhd4eh3tsbb", "version": 1, "in_grace": false, "cure": false, "content": "81ecf254641e54b627b6687faaa126e102bfa688c73e7fa8104c3ff82f6bb9be", "files": {"service": "51d2a152357c8bdf5d7cacc5d9f0101c864865140ca06ffd8bba1963bbedf362", "letter": "258cf417de7d45af907660bcf340f6c94862448f7845fc2985860b48f7df3a80"}, "missing": []}', 'aac2ff84a57b8bc799fb3dd217eeafd9b1d91739f42a5d3799668bd0cc47b7c1');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 5, NULL, 1772541120000, 'nobody', NULL, 'application_begun', '{"application": "gkgzebxf46sz", "lead": "5be133e7ee201274288b7251989888e25c952228a71a5168c96143d6fe357bcd", "notice": "app-2026-11"}', '1abc3cc49c42ecadeb6415ba023c1889a8e04aa7a1f84794cfe421c02b5b6831');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 6, NULL, 1772541120000, 'applicant:gkgzebxf46sz', NULL, 'application_sent', '{"application": "gkgzebxf46sz", "version": 1, "in_grace": false, "cure": false, "content": "f6400ed3d1a8b444ca8b90a7e3c6e93b3e96a8ffaf2a45ff807a69eed38bf31c", "files": {"service": "4681ab8723016410547de01287999dd6951a8de311dd3be7e5fc50ed8abb37b0", "letter": "b0ba8a14070af9ac0eac92041653f3a5c8859021ff4d2f4c3269bbeced4d0883"}, "missing": []}', '643491ec2dac47ad2893f7b32770cb675e06602c80a326037c6e58b263bfafe1');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 7, NULL, 1772541180000, 'nobody', NULL, 'application_begun', '{"application": "x56fnj66dtr8", "lead": "9393be5b0b30edd456a3bcd3feca964b03898e957eed94fa21379d1b2a23cd07", "notice": "app-2026-11"}', 'bb927b255ff86b3fd8dc49634ef3f5a9bcb0bba79ab3254b459f32341011d14a');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 8, NULL, 1772541180000, 'applicant:x56fnj66dtr8', NULL, 'application_sent', '{"application": "x56fnj66dtr8", "version": 1, "in_grace": false, "cure": false, "content": "654a7754fd194566ab8e634a231420b165a2b24b76c736eac650c0c570523fcc", "files": {"service": "0c64a51991f8333b4d7795f3f385081b41530a6e8ecd0771b70a04c31453cac1", "letter": "399c98dafd3ee692f0e4e0bfbcb32df5b812cd6afff3e6d16a9f94fb14bac35f"}, "missing": []}', 'bf6202f1655975d5afc40096144f3a05ef970c029adda0411f9b6ba43edc46b7');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 9, NULL, 1772541240000, 'nobody', NULL, 'application_begun', '{"application": "jynxxcjpfvdm", "lead": "3a1e71f88ffb90e4a757bd81249bf6142b8c2b25fda126d3b09c3c37fd03ac2f", "notice": "app-2026-11"}', 'fc3240d820c71cffecf67dd060cc8f17cbebbb81937559356e852acbf3aaa724');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 10, NULL, 1772541240000, 'applicant:jynxxcjpfvdm', NULL, 'application_sent', '{"application": "jynxxcjpfvdm", "version": 1, "in_grace": false, "cure": false, "content": "8fab2a11bc45196ed4320bee5b0a27451aee7c5c9154f1c13f7dbac2d0c6ca81", "files": {"letter": "deffae4a6beb8424a323223ce689021d6d2fe135f79ad5bc7f5277fd1f1b888a", "service": "3885c400150a863f0709a922a624c4fddfbcb3a117c6188e6898a430ec215dd6"}, "missing": []}', 'b99f1fa9a81f63514964c0b034c46539c41d24d3fcd6c452aaa7515a8f7232e3');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 11, NULL, 1775050200000, 'account:924uwbhxjx9b', NULL, 'reading_declared', '{"desk": "eligibility:yct3hk9btffc", "account": "924uwbhxjx9b", "languages": []}', 'aca8ead162d38534014fb5028609878ff47f3d7c13cf4ec27efb018f94f174d8');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 12, NULL, 1775050200000, 'account:924uwbhxjx9b', NULL, 'eligibility_found', '{"application": "aqhd4eh3tsbb", "account": "924uwbhxjx9b", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', 'e1c74a5e065b2e30534c5e54c63adaa07b0bd4b9a53c61c1f56e3320f1210e38');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 13, NULL, 1775050200000, 'account:924uwbhxjx9b', NULL, 'eligibility_found', '{"application": "gkgzebxf46sz", "account": "924uwbhxjx9b", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', '3f97c0d93f6918ba376bb9fb701033d49f61ad6dbbaa43f25bff209a8f129c71');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 14, NULL, 1775050200000, 'account:924uwbhxjx9b', NULL, 'eligibility_found', '{"application": "x56fnj66dtr8", "account": "924uwbhxjx9b", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', 'a415af9d79f2c6da807478ef4f314ab19e56baab72a389a65fccee30161bc22b');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 15, NULL, 1775050200000, 'account:924uwbhxjx9b', NULL, 'eligibility_found', '{"application": "jynxxcjpfvdm", "account": "924uwbhxjx9b", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', '3c02f6390667003e5a2fdbec1ff19cff618ce788d789ba048fd49761154d43f1');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 16, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'reading_declared', '{"desk": "eligibility:yct3hk9btffc", "account": "fqt4b8s8xc78", "languages": []}', '1ed44a1b8677e0fbbc4305d94919de20eedf804ff18468c25b280619f3919e30');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 17, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_found', '{"application": "aqhd4eh3tsbb", "account": "fqt4b8s8xc78", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', '94d88e1057351b50b846fb2c7f19d4689b6f56abca0cbc4b5420939ef456fdd1');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 18, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_settled', '{"application": "aqhd4eh3tsbb", "verdict": "eligible"}', '632e042fd971e8eb7c36082faf7012f2bdba791dbcbe19a62a7d1ece81fe375f');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 19, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_found', '{"application": "gkgzebxf46sz", "account": "fqt4b8s8xc78", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', '9c54a3a66d8f2f48631cfe88c10e8f3d015ac5ef0b4ab3ac72dd196815aaf27f');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 20, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_settled', '{"application": "gkgzebxf46sz", "verdict": "eligible"}', '30cf92f73ca56052990af4250917bb9fcfab4e76d2a96f0f68dd45ae5b16470c');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 21, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_found', '{"application": "x56fnj66dtr8", "account": "fqt4b8s8xc78", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', '11fc405b32d683ae622ed149f95cef923311f39bd95449cc15128e877ed9fbc0');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 22, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_settled', '{"application": "x56fnj66dtr8", "verdict": "eligible"}', '030f72b70328130a18b8ef82501840768eb5dda6b86fdc4f36c9332e245aa4d1');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 23, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_found', '{"application": "jynxxcjpfvdm", "account": "fqt4b8s8xc78", "verdict": "eligible", "reasons": [], "round": 1, "note": null}', 'a09c91f46c02836c3707507beec129d3c7a58f9861f0345658c9ed12e7757869');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 24, NULL, 1775050200000, 'account:fqt4b8s8xc78', NULL, 'eligibility_settled', '{"application": "jynxxcjpfvdm", "verdict": "eligible"}', '62b60b4e2b96c1e748d773690f5c7c26228695a0981fd2a9ab8ba70ef23c59c9');
INSERT INTO public.log VALUES ('programme:yct3hk9btffc', 25, NULL, 1775050200000, 'account:924uwbhxjx9b', NULL, 'eligibility_closed', '{"eligible": 4, "ineligible": 0}', 'cce20be926a47034bd9abfa244b870b55798cb44536cf0d5d6694ebc0d08e783');
INSERT INTO public.mail VALUES ('cthy3b5whugg', 'application:aqhd4eh3tsbb', 'yct3hk9btffc', 'application_link', 'lead0@ar.example', 'es', '{"name": "Ana 0", "code": "7VCS5", "token": "HPWgnRQDxZBTjYiJw28UBH-WY1PN7EkOvajy7pmyeKA", "call": "Mujeres y Ciberseguridad", "closes": "2026-04-01T12:30:00+00:00"}', 1772541060000, 1772541060000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('9ghqym8zsztq', 'application:aqhd4eh3tsbb', 'yct3hk9btffc', 'application_receipt', 'lead0@ar.example', 'es', '{"name": "Ana 0", "code": "7VCS5", "version": 1, "sent_at": "2026-03-03T12:31:00+00:00", "in_grace": false, "cure": false, "complete": true, "files": [{"title": "Constancia de que trabajan en el servicio p\u00fablico", "document": "service", "name": "personal.pdf", "size": 248, "sha256": "6d67e771af506c769dacdadc1f682ba2b231f85f3d03542544c3339b6013f07d"}, {"title": "Carta institucional", "document": "letter", "name": "carta.pdf", "size": 247, "sha256": "c0affbba2ed99d84ac39d50a8081078c715f79d918a44a90a7c4627bd6834e2a"}], "call": "Mujeres y Ciberseguridad", "closes": "2026-04-01T12:30:00+00:00"}', 1772541060000, 1772541060000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('kw7qfetzfamv', 'application:gkgzebxf46sz', 'yct3hk9btffc', 'application_link', 'lead1@bo.example', 'es', '{"name": "Bia 1", "code": "PV6DB", "token": "9vR5Dk1ImLAizbvXBMprUhZBO_uXJl5GH2W_Q0d4pSI", "call": "Mujeres y Ciberseguridad", "closes": "2026-04-01T12:30:00+00:00"}', 1772541120000, 1772541120000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('nxwqh82k79nv', 'application:gkgzebxf46sz', 'yct3hk9btffc', 'application_receipt', 'lead1@bo.example', 'es', '{"name": "Bia 1", "code": "PV6DB", "version": 1, "sent_at": "2026-03-03T12:32:00+00:00", "in_grace": false, "cure": false, "complete": true, "files": [{"title": "Constancia de que trabajan en el servicio p\u00fablico", "document": "service", "name": "personal.pdf", "size": 248, "sha256": "cd6acd79b39bae664a4a182a0ec6025c34e3fb0186e394fc835104cf2ddeb7e5"}, {"title": "Carta institucional", "document": "letter", "name": "carta.pdf", "size": 247, "sha256": "257d60aaa6e03c1078ab6ad18d5d112647b74d2066d3b27af21ea40339eef1be"}], "call": "Mujeres y Ciberseguridad", "closes": "2026-04-01T12:30:00+00:00"}', 1772541120000, 1772541120000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('zwfd2xza7rsk', 'application:x56fnj66dtr8', 'yct3hk9btffc', 'application_link', 'lead2@br.example', 'pt', '{"name": "Clara 2", "code": "CBNJV", "token": "viDxf0FzlYOYXY9TxU9faQgrm2ou_sgCRM0juOv6bDo", "call": "Mulheres e Ciberseguran\u00e7a", "closes": "2026-04-01T12:30:00+00:00"}', 1772541180000, 1772541180000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('twp33zbud22e', 'application:x56fnj66dtr8', 'yct3hk9btffc', 'application_receipt', 'lead2@br.example', 'pt', '{"name": "Clara 2", "code": "CBNJV", "version": 1, "sent_at": "2026-03-03T12:33:00+00:00", "in_grace": false, "cure": false, "complete": true, "files": [{"title": "Comprovante de que trabalham no servi\u00e7o p\u00fablico", "document": "service", "name": "personal.pdf", "size": 248, "sha256": "1cbec39dc3a5148ad7f55d1fa9cf9ec79d0b45f12b21813c77307503e96a9994"}, {"title": "Carta institucional", "document": "letter", "name": "carta.pdf", "size": 247, "sha256": "82086e5602a94e923ff7fc06b7fb897c03bd1647ee3ab385050e03c46928107c"}], "call": "Mulheres e Ciberseguran\u00e7a", "closes": "2026-04-01T12:30:00+00:00"}', 1772541180000, 1772541180000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('aeshw37x8etq', 'application:jynxxcjpfvdm', 'yct3hk9btffc', 'application_link', 'lead3@cl.example', 'es', '{"name": "Dora 3", "code": "WMCGT", "token": "CK5DpMtUlOkbdIe3oWHF7H7BcKJbTX0ZLOAhNQGveX0", "call": "Mujeres y Ciberseguridad", "closes": "2026-04-01T12:30:00+00:00"}', 1772541240000, 1772541240000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('qa9rfa5zezk2', 'application:jynxxcjpfvdm', 'yct3hk9btffc', 'application_receipt', 'lead3@cl.example', 'es', '{"name": "Dora 3", "code": "WMCGT", "version": 1, "sent_at": "2026-03-03T12:34:00+00:00", "in_grace": false, "cure": false, "complete": true, "files": [{"title": "Carta institucional", "document": "letter", "name": "carta.pdf", "size": 247, "sha256": "effe81a918118572bfb30240f0fd4111f944c8406a6a3d909215aaa5edbd6362"}, {"title": "Constancia de que trabajan en el servicio p\u00fablico", "document": "service", "name": "personal.pdf", "size": 248, "sha256": "ffb80ffb13ec5b88b029d726d0d14d6f6ab6fe539c705798269c68970fa4f0f0"}], "call": "Mujeres y Ciberseguridad", "closes": "2026-04-01T12:30:00+00:00"}', 1772541240000, 1772541240000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('t3n5bjq3jqkv', 'application:aqhd4eh3tsbb', 'yct3hk9btffc', 'found_eligible', 'lead0@ar.example', 'es', '{"name": "Ana 0", "code": "7VCS5", "call": "Mujeres y Ciberseguridad", "reasons": []}', 1775050200000, 1775050200000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('6hca49mhp98n', 'application:x56fnj66dtr8', 'yct3hk9btffc', 'found_eligible', 'lead2@br.example', 'pt', '{"name": "Clara 2", "code": "CBNJV", "call": "Mulheres e Ciberseguran\u00e7a", "reasons": []}', 1775050200000, 1775050200000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('59yvrpef9pp7', 'application:gkgzebxf46sz', 'yct3hk9btffc', 'found_eligible', 'lead1@bo.example', 'es', '{"name": "Bia 1", "code": "PV6DB", "call": "Mujeres y Ciberseguridad", "reasons": []}', 1775050200000, 1775050200000, 0, NULL, NULL);
INSERT INTO public.mail VALUES ('53vuhpq9sbt5', 'application:jynxxcjpfvdm', 'yct3hk9btffc', 'found_eligible', 'lead3@cl.example', 'es', '{"name": "Dora 3", "code": "WMCGT", "call": "Mujeres y Ciberseguridad", "reasons": []}', 1775050200000, 1775050200000, 0, NULL, NULL);
INSERT INTO public.one_use_link VALUES ('7a16bd42adc03e0809c6fc905493612a5722c9173211febe47d803820a855d74', 'invite', 'q77an465c4cd', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('bcb37a088d354a42fa29e64a95cdcc51250ead4fcbe7fb530d3eef680723fdec', 'invite', 'rutxsbdd94ys', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('ba0dd115d7908dc226cc383278d02298c061c965c7715992baf540fed7f80e2d', 'invite', '784hbtmjgtyz', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('bccc386a5bf40727f9b0f0c1deeccc6b4878ccf63d0bac2ec32737e98f64689e', 'invite', '924uwbhxjx9b', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('334658159534d133e7807f304f5b86636d1af1b2888fb9f56cb918e1fc6ec68a', 'invite', 'ytxt9xudhp7b', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('5463b18e6a9b95b0e2c100814e34d099c5fe19ac3f22cedf4171780b155e94a5', 'invite', 'fqt4b8s8xc78', 1773059820000, NULL);
INSERT INTO public.one_use_link VALUES ('ee27e0a7c5a7c628ca1279725e70c94a1173f8c329884bafa5689c119ccf99ef', 'invite', '739n29mbyhgr', 1773059820000, NULL);
INSERT INTO public.one_use_link VALUES ('6533a8d49fde90f8c634846176ded5582657a459e5d40c3ed7973f91929e8b75', 'invite', 'g6w2psfrsr2w', 1773059820000, NULL);
INSERT INTO public.one_use_link VALUES ('f9700dbedd4d19b98ce2364fe5433afbddec20f20f2ad8e4a5d75e3da0dd18ab', 'invite', 'a7n6mgj4meqn', 1773059820000, NULL);
INSERT INTO public.one_use_link VALUES ('552ff3acb933e55ce35ee94977772af12938e0624043dbea720043d9855e0769', 'invite', '24j49cmbxn6j', 1773059820000, NULL);
INSERT INTO public.one_use_link VALUES ('595bc50954713ecf7dfa94b568d037c0b516830fdf1626efe0fc19d5758bd6ca', 'invite', '9m7vk5xc8z4x', 1773059820000, NULL);
INSERT INTO public.participant VALUES ('w94m9g55vtgj', 'zvdd9v3bdhyj', 'Beatriz', 'es', 'a4702c8d748423c676da3b7d30283382d56029765588149cd948faf54511c77c', '4te7zf', '820b09b1eba5c24b8faf207929ac2da6', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.participant VALUES ('m4vqfjdpp75u', 'zvdd9v3bdhyj', 'Bruna', 'pt', '45eeab1465a518dc99252a9165b73a208b8d1a117764a12bff2a502fea5bd81e', '6tr9rx', 'dfe2a7183e9cda212656abe07ec07310', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.participant VALUES ('u9p7vxa7a7tm', 'vn5frjkumnkq', 'Gwen', 'en', '2dc4101f9ec025e2af23488d3a6ae317b9d4fe6a0e391fb7b25adcf21af7724b', 'qrn2js', 'f7aaf30b6fc3ae226bd4b9743d761314', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.participant VALUES ('mfj4jxmwse28', 'vn5frjkumnkq', 'Giselle', 'fr', 'dab84cc7e58b08ac7ef4a5ba7a86849ad8470a5990a0917f8f67891699a244e0', 'z7g66u', 'b75833bd9d32731e361093ef924393f6', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.programme VALUES ('yct3hk9btffc', 'Mujeres 4', 1772455020000, '7604261b3e1f34df25bb24c1803936d01580dc2e83eb115b58d412ec88aa71d6', 1772455020000, '1b55d3d2be6d4f45ff1725d0fa5fb48b', NULL);
INSERT INTO public.reader VALUES ('staff:97bxeqc2mqe6', 18);
INSERT INTO public.reader VALUES ('team:vn5frjkumnkq', 8);
INSERT INTO public.reader VALUES ('team:zvdd9v3bdhyj', 9);
INSERT INTO public.response VALUES ('7kcamqbhaz7e', 1, 'r-beatriz', 1, 'counted', true, 'w94m9g55vtgj', NULL, '{"text": "Avisamos a direcci\u00f3n."}', '4cd71f368f04ddd74b23ef9af883b313', NULL, 360000, 1772454960000, NULL);
INSERT INTO public.scenario_file VALUES ('65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354', '\x666f726d61743a20310a69643a20746573740a6c616e6775616765733a0a2d2065730a2d2070740a2d20656e0a2d2066720a7469746c653a205072756562610a6475726174696f6e3a2036306d0a72617465643a20747275650a73656174733a0a20206c6561643a0a202020207469746c653a204a6566610a2020746563686e6963616c3a0a202020207469746c653a2054c3a9636e6963610a202020206465707574793a20747275650a2020636f6d6d756e69636174696f6e733a0a202020207469746c653a20436f6d756e6963616369c3b36e0a7275627269633a0a20206c6576656c733a0a20202d20550a20202d204d0a20202d20530a20202d20500a202063726974657269613a0a2020202043313a0a2020202020207469746c653a20446563696469720a2020202020207765696768743a2036300a2020202020206c6576656c733a202669643030310a2020202020202020553a206e6976656c20550a20202020202020204d3a206e6976656c204d0a2020202020202020533a206e6976656c20530a2020202020202020503a206e6976656c20500a2020202043323a0a2020202020207469746c653a204578706c696361720a2020202020207765696768743a2034300a2020202020206c6576656c733a202a69643030310a666c6167733a0a202069736f6c617465643a206169736c61646f0a2020706169643a2070616761646f0a686f74776173683a0a2d20c2bf5175c3a92073616c69c3b3206269656e3f0a696e6a656374733a0a2d2069643a20273031270a20207469746c653a20496e6a6563742030310a202061743a20356d0a202061736b3a0a202020206b696e643a20746578740a202020206475653a2032306d0a2020202063726974657269613a0a202020202d2043310a202020202d2043320a2d2069643a20273032270a20207469746c653a20496e6a6563742030320a202061743a20366d0a2d2069643a20273033270a20207469746c653a20496e6a6563742030330a202061736b3a0a202020206b696e643a20746578740a202020206475653a2031306d0a2020202063726974657269613a0a202020202d2043310a202020202d2043320a202061743a2033306d0a');
INSERT INTO public.seat_holder VALUES ('zvdd9v3bdhyj', 'lead', 'w94m9g55vtgj', true);
INSERT INTO public.seat_holder VALUES ('zvdd9v3bdhyj', 'technical', 'm4vqfjdpp75u', false);
INSERT INTO public.seat_holder VALUES ('vn5frjkumnkq', 'lead', 'u9p7vxa7a7tm', true);
INSERT INTO public.seat_holder VALUES ('vn5frjkumnkq', 'communications', 'mfj4jxmwse28', false);
INSERT INTO public.stage VALUES ('yct3hk9btffc', 'scholarships', 'planned', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.stage VALUES ('yct3hk9btffc', 'delegates', 'planned', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.stream VALUES ('house', 35, '2df58537c221cfadb96bfde3b4d08962a66069c721900b6207a888023e822e75');
INSERT INTO public.stream VALUES ('drill:97bxeqc2mqe6', 26, 'e759d653f76124499320376ca1ca24842085f1c1469b69c3368097279021128e');
INSERT INTO public.stream VALUES ('programme:yct3hk9btffc', 25, 'cce20be926a47034bd9abfa244b870b55798cb44536cf0d5d6694ebc0d08e783');
INSERT INTO public.team VALUES ('zvdd9v3bdhyj', '97bxeqc2mqe6', 0, 'Azul', 'cvdrn6bebu', 'K4', 'es', false, false, NULL, NULL, NULL, '{}');
INSERT INTO public.team VALUES ('vn5frjkumnkq', '97bxeqc2mqe6', 1, 'Verde', '8f6gvp2jdj', 'D9', 'en', false, false, NULL, NULL, NULL, '{}');
INSERT INTO public.web_session VALUES ('381d182153961777b37766d720141a162bc776f0a11a622977ed40925362a1b8', 'jh6jd5jamkat', 'q77an465c4cd', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL, NULL);
INSERT INTO public.web_session VALUES ('57181b876f868e621f0e9625589f996b9b30253f686d8fe1d38558f8e540aa1e', 'ggxsqpg69ga3', 'rutxsbdd94ys', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL, NULL);
INSERT INTO public.web_session VALUES ('333fc876765a51f902626339ebe79b5d06092ffea5fad236aa8ddb3fd26eeb05', 'fgm7gj3y5u8t', '784hbtmjgtyz', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL, NULL);
INSERT INTO public.web_session VALUES ('288e82e8e8a8f62a6cb58742297958ee03e0170d9e2bcf277ecc4f3a740b58c5', 'yemh39g4h9z6', '924uwbhxjx9b', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL, NULL);
INSERT INTO public.web_session VALUES ('4b6c257cd4b08c8459b4565cce1cd2a2f8e60542153d6a325ae46d76130f9be7', 'g64rbsuge5ha', 'ytxt9xudhp7b', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL, NULL);
INSERT INTO public.web_session VALUES ('5917b7d48bf5d358c156c5c4819f8992b1f7d48303dd8243ce237d64ebec67c8', '2qzez3yfum9u', 'fqt4b8s8xc78', NULL, '', 1772455020000, 1772455020000, 1772505420000, NULL, NULL);
INSERT INTO public.web_session VALUES ('d3a7a0f7e3e0d595f6c354bb66f3aaaae52563ffa78a9ac6d76e06d656a79aa7', '3ur4m5d768nn', '739n29mbyhgr', NULL, '', 1772455020000, 1772455020000, 1772505420000, NULL, NULL);
INSERT INTO public.web_session VALUES ('695bf4d9ebd1f5481898c04fca757b3502777ac4f3b504fabdba833d70722bf4', 'n328fvmqkmn3', 'g6w2psfrsr2w', NULL, '', 1772455020000, 1772455020000, 1772505420000, NULL, NULL);
INSERT INTO public.web_session VALUES ('13a0f4865d634cf17d8877221faa2638151ea767b97f4da2c2db6347f1bb4ace', 'juck4quvvbhx', 'a7n6mgj4meqn', NULL, '', 1772455020000, 1772455020000, 1772505420000, NULL, NULL);
INSERT INTO public.web_session VALUES ('398310f6304471df51053db4cc9acc4740443f3fcbb85c7f75a6a3350ac0c586', 'vn2rqtt8mdyp', '24j49cmbxn6j', NULL, '', 1772455020000, 1772455020000, 1772505420000, NULL, NULL);
INSERT INTO public.web_session VALUES ('ee0a7ae9699aa92ff24db7f6de632608ed859669141c8c2099674084d9bdf48c', '7upjc3cb7pff', '9m7vk5xc8z4x', NULL, '', 1772455020000, 1772455020000, 1772505420000, NULL, NULL);
INSERT INTO public.web_session VALUES ('95ec3a66fe2225d8020c610768733d18413fb73e2a03f24758037822b89f5b65', 'x3cd9nvt5875', NULL, NULL, '', 1772541060000, 1772541060000, 1772591460000, NULL, 'aqhd4eh3tsbb');
INSERT INTO public.web_session VALUES ('5ad88187b9158be227ccd49c3abf72620b9998d63725c522b5276b628e632480', '85n6eugemkcx', NULL, NULL, '', 1772541120000, 1772541120000, 1772591520000, NULL, 'gkgzebxf46sz');
INSERT INTO public.web_session VALUES ('57c55d74dd1b8c340549c0883852b66fcb8876d1c3fc833ccc1d2745cc8bc371', 'uazvvgu93t3c', NULL, NULL, '', 1772541180000, 1772541180000, 1772591580000, NULL, 'x56fnj66dtr8');
INSERT INTO public.web_session VALUES ('f43db16b8edb6adcf2fbf80f6e8560bc15432702528d8d9d6194fc96ca6a0c6b', 'djbt7zq6ex7b', NULL, NULL, '', 1772541240000, 1772541240000, 1772591640000, NULL, 'jynxxcjpfvdm');
SELECT pg_catalog.setval('public.delivery_id_seq', 6, true);
SELECT pg_catalog.setval('public.departure_id_seq', 1, false);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT pk_api_token PRIMARY KEY (id);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT pk_appeal PRIMARY KEY (id);
ALTER TABLE ONLY public.application
    ADD CONSTRAINT pk_application PRIMARY KEY (id);
ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT pk_application_file PRIMARY KEY (id);
ALTER TABLE ONLY public.application_version
    ADD CONSTRAINT pk_application_version PRIMARY KEY (id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);
ALTER TABLE ONLY public.attachment_file
    ADD CONSTRAINT pk_attachment_file PRIMARY KEY (scenario_digest, name);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT pk_attendance PRIMARY KEY (programme_id, session, application_id);
ALTER TABLE ONLY public.award
    ADD CONSTRAINT pk_award PRIMARY KEY (id);
ALTER TABLE ONLY public.blob
    ADD CONSTRAINT pk_blob PRIMARY KEY (digest);
ALTER TABLE ONLY public.calibration_rating
    ADD CONSTRAINT pk_calibration_rating PRIMARY KEY (desk, account_id, item, criterion);
ALTER TABLE ONLY public.call_file
    ADD CONSTRAINT pk_call_file PRIMARY KEY (digest);
ALTER TABLE ONLY public.consent
    ADD CONSTRAINT pk_consent PRIMARY KEY (id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT pk_decision PRIMARY KEY (id);
ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT pk_declaration PRIMARY KEY (desk, account_id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT pk_delivery PRIMARY KEY (id);
ALTER TABLE ONLY public.departure
    ADD CONSTRAINT pk_departure PRIMARY KEY (id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT pk_draft PRIMARY KEY (delivery_id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT pk_drill PRIMARY KEY (id);
ALTER TABLE ONLY public.eligibility
    ADD CONSTRAINT pk_eligibility PRIMARY KEY (id);
ALTER TABLE ONLY public.feed
    ADD CONSTRAINT pk_feed PRIMARY KEY (reader, n);
ALTER TABLE ONLY public.flag
    ADD CONSTRAINT pk_flag PRIMARY KEY (team_id, flag);
ALTER TABLE ONLY public."grant"
    ADD CONSTRAINT pk_grant PRIMARY KEY (id);
ALTER TABLE ONLY public.hotwash_note
    ADD CONSTRAINT pk_hotwash_note PRIMARY KEY (team_id, question, participant_id);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT pk_log PRIMARY KEY (stream, seq);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT pk_mail PRIMARY KEY (id);
ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT pk_one_use_link PRIMARY KEY (token_digest);
ALTER TABLE ONLY public."order"
    ADD CONSTRAINT pk_order PRIMARY KEY (id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT pk_participant PRIMARY KEY (id);
ALTER TABLE ONLY public.pause_request
    ADD CONSTRAINT pk_pause_request PRIMARY KEY (id);
ALTER TABLE ONLY public.penalty
    ADD CONSTRAINT pk_penalty PRIMARY KEY (id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT pk_programme PRIMARY KEY (id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT pk_rating PRIMARY KEY (id);
ALTER TABLE ONLY public.reader
    ADD CONSTRAINT pk_reader PRIMARY KEY (name);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (code_digest);
ALTER TABLE ONLY public.recusal
    ADD CONSTRAINT pk_recusal PRIMARY KEY (id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT pk_response PRIMARY KEY (id);
ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT pk_ruling PRIMARY KEY (id);
ALTER TABLE ONLY public.scenario_file
    ADD CONSTRAINT pk_scenario_file PRIMARY KEY (digest);
ALTER TABLE ONLY public.seat_holder
    ADD CONSTRAINT pk_seat_holder PRIMARY KEY (team_id, seat, participant_id);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT pk_setting PRIMARY KEY (name);
ALTER TABLE ONLY public.stage
    ADD CONSTRAINT pk_stage PRIMARY KEY (programme_id, stage);
ALTER TABLE ONLY public.stream
    ADD CONSTRAINT pk_stream PRIMARY KEY (name);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT pk_team PRIMARY KEY (id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT pk_web_session PRIMARY KEY (token_digest);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_email UNIQUE (email);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT uq_api_token_token_digest UNIQUE (token_digest);
ALTER TABLE ONLY public.application
    ADD CONSTRAINT uq_application_link_digest UNIQUE (link_digest);
ALTER TABLE ONLY public.application
    ADD CONSTRAINT uq_application_programme_id_code UNIQUE (programme_id, code);
ALTER TABLE ONLY public.application
    ADD CONSTRAINT uq_application_spare_digest UNIQUE (spare_digest);
ALTER TABLE ONLY public.application_version
    ADD CONSTRAINT uq_application_version_application_id_version UNIQUE (application_id, version);
ALTER TABLE ONLY public.award
    ADD CONSTRAINT uq_award_programme_id_stage_award_application_id UNIQUE (programme_id, stage, award, application_id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT uq_delivery_team_id_inject UNIQUE (team_id, inject);
ALTER TABLE ONLY public.eligibility
    ADD CONSTRAINT uq_eligibility_application_id_account_id_version UNIQUE (application_id, account_id, version);
ALTER TABLE ONLY public."grant"
    ADD CONSTRAINT uq_grant_account_id_role_scope UNIQUE (account_id, role, scope);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT uq_participant_return_digest UNIQUE (return_digest);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT uq_programme_name UNIQUE (name);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT uq_rating_application_id_criterion_account_id_version UNIQUE (application_id, criterion, account_id, version);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT uq_rating_response_id_criterion_account_id_version UNIQUE (response_id, criterion, account_id, version);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT uq_response_delivery_id_client_id UNIQUE (delivery_id, client_id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT uq_response_delivery_id_version UNIQUE (delivery_id, version);
ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT uq_ruling_drill_id_about_version UNIQUE (drill_id, about, version);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_code UNIQUE (code);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_drill_id_blind_code UNIQUE (drill_id, blind_code);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_drill_id_name UNIQUE (drill_id, name);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT uq_web_session_id UNIQUE (id);
CREATE INDEX ix_api_token_account_id ON public.api_token USING btree (account_id);
CREATE INDEX ix_appeal_scope ON public.appeal USING btree (scope);
CREATE INDEX ix_application_file_application_id ON public.application_file USING btree (application_id);
CREATE INDEX ix_application_programme_id ON public.application USING btree (programme_id);
CREATE INDEX ix_application_version_application_id ON public.application_version USING btree (application_id);
CREATE INDEX ix_assignment_account_id ON public.assignment USING btree (account_id);
CREATE INDEX ix_assignment_application_id ON public.assignment USING btree (application_id);
CREATE INDEX ix_assignment_unit ON public.assignment USING btree (desk, team_id, inject);
CREATE INDEX ix_award_application_id ON public.award USING btree (application_id);
CREATE INDEX ix_award_expires_at ON public.award USING btree (expires_at);
CREATE INDEX ix_award_programme_id ON public.award USING btree (programme_id);
CREATE INDEX ix_consent_participant_id ON public.consent USING btree (participant_id);
CREATE INDEX ix_decision_scope ON public.decision USING btree (scope);
CREATE INDEX ix_delivery_closing ON public.delivery USING btree (drill_id, state, closes_at);
CREATE INDEX ix_delivery_due ON public.delivery USING btree (drill_id, state, due_at);
CREATE INDEX ix_departure_at ON public.departure USING btree (at);
CREATE INDEX ix_drill_programme_id ON public.drill USING btree (programme_id);
CREATE INDEX ix_eligibility_application_id ON public.eligibility USING btree (application_id);
CREATE INDEX ix_grant_account_id ON public."grant" USING btree (account_id);
CREATE INDEX ix_mail_about ON public.mail USING btree (about);
CREATE INDEX ix_mail_due_at ON public.mail USING btree (due_at);
CREATE INDEX ix_mail_programme_id ON public.mail USING btree (programme_id);
CREATE INDEX ix_order_waiting ON public."order" USING btree (state, runs_at);
CREATE INDEX ix_participant_team_id ON public.participant USING btree (team_id);
CREATE INDEX ix_pause_request_drill_id ON public.pause_request USING btree (drill_id);
CREATE INDEX ix_pause_request_participant_id ON public.pause_request USING btree (participant_id);
CREATE INDEX ix_penalty_drill_id ON public.penalty USING btree (drill_id);
CREATE INDEX ix_rating_application_id ON public.rating USING btree (application_id);
CREATE INDEX ix_rating_response_id ON public.rating USING btree (response_id);
CREATE INDEX ix_recovery_code_account_id ON public.recovery_code USING btree (account_id);
CREATE INDEX ix_recusal_account_id ON public.recusal USING btree (account_id);
CREATE INDEX ix_recusal_desk ON public.recusal USING btree (desk);
CREATE INDEX ix_response_delivery_id ON public.response USING btree (delivery_id);
CREATE INDEX ix_ruling_drill_id ON public.ruling USING btree (drill_id);
CREATE INDEX ix_team_application_id ON public.team USING btree (application_id);
CREATE INDEX ix_team_drill_id ON public.team USING btree (drill_id);
CREATE INDEX ix_web_session_account_id ON public.web_session USING btree (account_id);
CREATE INDEX ix_web_session_application_id ON public.web_session USING btree (application_id);
CREATE INDEX ix_web_session_participant_id ON public.web_session USING btree (participant_id);
CREATE UNIQUE INDEX uq_application_version_current ON public.application_version USING btree (application_id) WHERE current;
CREATE UNIQUE INDEX uq_rating_current ON public.rating USING btree (response_id, criterion, account_id) WHERE current;
CREATE UNIQUE INDEX uq_rating_current_application ON public.rating USING btree (application_id, criterion, account_id) WHERE current;
CREATE UNIQUE INDEX uq_seat_holder_lead ON public.seat_holder USING btree (team_id) WHERE lead;
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT fk_api_token_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT fk_api_token_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT fk_appeal_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT fk_appeal_decided_by_account FOREIGN KEY (decided_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT fk_appeal_filed_by_participant FOREIGN KEY (filed_by) REFERENCES public.participant(id);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT fk_appeal_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT fk_application_file_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT fk_application_file_digest_blob FOREIGN KEY (digest) REFERENCES public.blob(digest);
ALTER TABLE ONLY public.application
    ADD CONSTRAINT fk_application_programme_id_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.application_version
    ADD CONSTRAINT fk_application_version_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.attachment_file
    ADD CONSTRAINT fk_attachment_file_scenario_digest_scenario_file FOREIGN KEY (scenario_digest) REFERENCES public.scenario_file(digest);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_noted_by_account FOREIGN KEY (noted_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_programme_id_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.award
    ADD CONSTRAINT fk_award_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.award
    ADD CONSTRAINT fk_award_programme_id_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.calibration_rating
    ADD CONSTRAINT fk_calibration_rating_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.consent
    ADD CONSTRAINT fk_consent_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_ended_by_account FOREIGN KEY (ended_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_proposed_by_account FOREIGN KEY (proposed_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT fk_declaration_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_stood_by_participant FOREIGN KEY (stood_by) REFERENCES public.participant(id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT fk_drill_lead_id_account FOREIGN KEY (lead_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT fk_drill_programme_id_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT fk_drill_scenario_digest_scenario_file FOREIGN KEY (scenario_digest) REFERENCES public.scenario_file(digest);
ALTER TABLE ONLY public.eligibility
    ADD CONSTRAINT fk_eligibility_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.eligibility
    ADD CONSTRAINT fk_eligibility_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.feed
    ADD CONSTRAINT fk_feed_stream_seq_log FOREIGN KEY (stream, seq) REFERENCES public.log(stream, seq);
ALTER TABLE ONLY public.flag
    ADD CONSTRAINT fk_flag_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public."grant"
    ADD CONSTRAINT fk_grant_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.hotwash_note
    ADD CONSTRAINT fk_hotwash_note_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.hotwash_note
    ADD CONSTRAINT fk_hotwash_note_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT fk_mail_programme_id_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT fk_one_use_link_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public."order"
    ADD CONSTRAINT fk_order_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.pause_request
    ADD CONSTRAINT fk_pause_request_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.pause_request
    ADD CONSTRAINT fk_pause_request_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.penalty
    ADD CONSTRAINT fk_penalty_decision_id_decision FOREIGN KEY (decision_id) REFERENCES public.decision(id);
ALTER TABLE ONLY public.penalty
    ADD CONSTRAINT fk_penalty_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.penalty
    ADD CONSTRAINT fk_penalty_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT fk_programme_call_digest_call_file FOREIGN KEY (call_digest) REFERENCES public.call_file(digest);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_response_id_response FOREIGN KEY (response_id) REFERENCES public.response(id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.recusal
    ADD CONSTRAINT fk_recusal_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.recusal
    ADD CONSTRAINT fk_recusal_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.recusal
    ADD CONSTRAINT fk_recusal_said_by_account FOREIGN KEY (said_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.recusal
    ADD CONSTRAINT fk_recusal_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_entered_by_account FOREIGN KEY (entered_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT fk_ruling_decision_id_decision FOREIGN KEY (decision_id) REFERENCES public.decision(id);
ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT fk_ruling_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.ruling
    ADD CONSTRAINT fk_ruling_ruled_by_account FOREIGN KEY (ruled_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.seat_holder
    ADD CONSTRAINT fk_seat_holder_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.seat_holder
    ADD CONSTRAINT fk_seat_holder_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.stage
    ADD CONSTRAINT fk_stage_programme_id_programme FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_application_id_application FOREIGN KEY (application_id) REFERENCES public.application(id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
