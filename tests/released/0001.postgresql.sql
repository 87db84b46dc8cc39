CREATE TABLE public.account (
    id character varying(12) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(12) NOT NULL,
    password_hash character varying(200),
    bot boolean NOT NULL,
    disabled_at bigint,
    created_at bigint NOT NULL
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.attachment_file (
    scenario_digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL
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
CREATE TABLE public.draft (
    delivery_id integer NOT NULL,
    content json NOT NULL,
    participant_id character varying(12),
    saved_at bigint NOT NULL,
    proposed_at bigint,
    stood json
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
    created_at bigint NOT NULL
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
    removed_at bigint
);
CREATE TABLE public.rating (
    id character varying(12) NOT NULL,
    response_id character varying(12) NOT NULL,
    criterion character varying(64) NOT NULL,
    account_id character varying(12) NOT NULL,
    version integer NOT NULL,
    current boolean NOT NULL,
    level character varying(40),
    sentence character varying(1000) NOT NULL,
    given_at bigint NOT NULL
);
CREATE TABLE public.reader (
    name character varying(40) NOT NULL,
    n bigint NOT NULL
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
    received_wall bigint NOT NULL
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
    hotwash_at bigint
);
CREATE TABLE public.web_session (
    token_digest character varying(64) NOT NULL,
    account_id character varying(12),
    participant_id character varying(12),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint
);
ALTER TABLE ONLY public.delivery ALTER COLUMN id SET DEFAULT nextval('public.delivery_id_seq'::regclass);
INSERT INTO public.account VALUES ('7swhfh2tkx5w', 'fatima@ministry.example', 'Fátima', 'es', NULL, false, NULL, 1772454600000);
INSERT INTO public.account VALUES ('apvhhtktmksn', 'edo@ministry.example', 'Edo', 'es', NULL, false, NULL, 1772454600000);
INSERT INTO public.account VALUES ('djrcvdvdj7vk', 'eun@ministry.example', 'Eun', 'en', NULL, false, NULL, 1772454600000);
INSERT INTO public.account VALUES ('p53fy89fntqs', 'olga@ministry.example', 'Olga', 'pt', NULL, false, NULL, 1772454600000);
INSERT INTO public.account VALUES ('fkekqt6tymqp', 'olu@ministry.example', 'Olu', 'en', NULL, false, NULL, 1772454600000);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.delivery VALUES (3, 'fhvxx9y4zzbz', '5jeqfbkyrkj7', '03', 2, 'planned', NULL, false, false, 1800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (6, 'fhvxx9y4zzbz', '2ebtxzzmqr2d', '03', 2, 'planned', NULL, false, false, 1800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (4, 'fhvxx9y4zzbz', '2ebtxzzmqr2d', '01', 0, 'delivered', NULL, false, false, 300000, 300000, NULL, NULL, NULL, 1500000, 1560000, NULL);
INSERT INTO public.delivery VALUES (2, 'fhvxx9y4zzbz', '5jeqfbkyrkj7', '02', 1, 'delivered', NULL, false, false, 360000, 360000, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (5, 'fhvxx9y4zzbz', '2ebtxzzmqr2d', '02', 1, 'delivered', NULL, false, false, 360000, 360000, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (1, 'fhvxx9y4zzbz', '5jeqfbkyrkj7', '01', 0, 'answered', NULL, false, false, 300000, 300000, NULL, NULL, 360000, 1500000, 1560000, NULL);
INSERT INTO public.draft VALUES (1, '{"text": "Avisamos a direcci\u00f3n."}', 'k7xvse4utvs3', 360000, NULL, NULL);
INSERT INTO public.draft VALUES (4, '{"text": "On coupe le r\u00e9seau."}', '38u5xc2u4sz8', 360000, NULL, NULL);
INSERT INTO public.drill VALUES ('fhvxx9y4zzbz', 'Simulacro', '65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354', 'es', 'UTC', 'paused', false, false, true, false, 3600000, 420000, NULL, 1, 1772455020000, 1772454600000, 1772455020000, NULL, NULL, '7swhfh2tkx5w', '2a5726325c5d77364369abbca0b52abe', 1772454600000);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 1, 'drill:fhvxx9y4zzbz', 1);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 2, 'drill:fhvxx9y4zzbz', 2);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 3, 'drill:fhvxx9y4zzbz', 3);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 1, 'drill:fhvxx9y4zzbz', 4);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 4, 'drill:fhvxx9y4zzbz', 4);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 2, 'drill:fhvxx9y4zzbz', 5);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 5, 'drill:fhvxx9y4zzbz', 5);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 3, 'drill:fhvxx9y4zzbz', 6);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 6, 'drill:fhvxx9y4zzbz', 6);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 4, 'drill:fhvxx9y4zzbz', 7);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 7, 'drill:fhvxx9y4zzbz', 7);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 1, 'drill:fhvxx9y4zzbz', 8);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 8, 'drill:fhvxx9y4zzbz', 8);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 2, 'drill:fhvxx9y4zzbz', 9);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 9, 'drill:fhvxx9y4zzbz', 9);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 3, 'drill:fhvxx9y4zzbz', 10);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 10, 'drill:fhvxx9y4zzbz', 10);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 4, 'drill:fhvxx9y4zzbz', 11);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 11, 'drill:fhvxx9y4zzbz', 11);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 5, 'drill:fhvxx9y4zzbz', 12);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 5, 'drill:fhvxx9y4zzbz', 12);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 12, 'drill:fhvxx9y4zzbz', 12);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 6, 'drill:fhvxx9y4zzbz', 13);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 13, 'drill:fhvxx9y4zzbz', 13);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 6, 'drill:fhvxx9y4zzbz', 14);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 14, 'drill:fhvxx9y4zzbz', 14);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 7, 'drill:fhvxx9y4zzbz', 15);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 15, 'drill:fhvxx9y4zzbz', 15);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 7, 'drill:fhvxx9y4zzbz', 16);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 16, 'drill:fhvxx9y4zzbz', 16);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 8, 'drill:fhvxx9y4zzbz', 17);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 17, 'drill:fhvxx9y4zzbz', 17);
INSERT INTO public.feed VALUES ('team:5jeqfbkyrkj7', 9, 'drill:fhvxx9y4zzbz', 18);
INSERT INTO public.feed VALUES ('team:2ebtxzzmqr2d', 8, 'drill:fhvxx9y4zzbz', 18);
INSERT INTO public.feed VALUES ('staff:fhvxx9y4zzbz', 18, 'drill:fhvxx9y4zzbz', 18);
INSERT INTO public."grant" VALUES ('8z3v57xzpx3k', '7swhfh2tkx5w', 'facilitator', 'all');
INSERT INTO public."grant" VALUES ('dd3btkq4g6yp', 'apvhhtktmksn', 'evaluator', 'all');
INSERT INTO public."grant" VALUES ('ee2anraubm2a', 'djrcvdvdj7vk', 'evaluator', 'all');
INSERT INTO public."grant" VALUES ('6w3fkr9tbjew', 'p53fy89fntqs', 'organizer', 'all');
INSERT INTO public."grant" VALUES ('h4fkzwbtxe6e', 'fkekqt6tymqp', 'observer', 'all');
INSERT INTO public."grant" VALUES ('f6wvfawr5u83', '7swhfh2tkx5w', 'facilitator', 'drill:fhvxx9y4zzbz');
INSERT INTO public.log VALUES ('house', 1, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "7swhfh2tkx5w"}', '328fb4f15fc694194b0fa077e11f90b8e69aeca4371456f39bbcd9125cf4ca29');
INSERT INTO public.log VALUES ('house', 2, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "7swhfh2tkx5w", "role": "facilitator", "scope": "all"}', '0c2f7e5df739bcc5129e261f871f2057c2a19e261db876a5fbff377becad04e0');
INSERT INTO public.log VALUES ('house', 3, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "7swhfh2tkx5w"}', '75d44bc043ef530b14b5bce6cb6e103b6f9c846ac175336552294e38f0bcf1cb');
INSERT INTO public.log VALUES ('house', 4, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "apvhhtktmksn"}', 'b0e742bf1d6a1fcded53c723f5ebad511c0053850997cd9650ed4504e5d8e5c7');
INSERT INTO public.log VALUES ('house', 5, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "apvhhtktmksn", "role": "evaluator", "scope": "all"}', '763298b5a61b0316b95a60c2fb8577dede6c546beecf0440508c09c456a68623');
INSERT INTO public.log VALUES ('house', 6, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "apvhhtktmksn"}', '538dac768b4ea95eb65882162fc96553db59a6b7f535466fa863c6f725c5a286');
INSERT INTO public.log VALUES ('house', 7, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "djrcvdvdj7vk"}', '6644b5aff99d30598b9787895b28e757fae27a9f65a4df70a02cdf205cce07e7');
INSERT INTO public.log VALUES ('house', 8, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "djrcvdvdj7vk", "role": "evaluator", "scope": "all"}', '48544d3208196e4db1242e2f696b398e79f024bbb7d96ce8fe4fa2fdd5874c81');
INSERT INTO public.log VALUES ('house', 9, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "djrcvdvdj7vk"}', '1076ab42270275bfc6247244d11657eb1ab04195fcbdb2cc0a072c114cc5bd81');
INSERT INTO public.log VALUES ('house', 10, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "p53fy89fntqs"}', '1c2a4b908c19725edd099d0f61263006e5cf7c5dc40126ac7abc58c94b407ee5');
INSERT INTO public.log VALUES ('house', 11, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "p53fy89fntqs", "role": "organizer", "scope": "all"}', '2cbbea06fb9e22ffc09c6d53bf1aaf1b70acd18088b9632b93e1b8b80983a49d');
INSERT INTO public.log VALUES ('house', 12, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "p53fy89fntqs"}', '02e335a1d154c50c98ed6c95e6deae824af035ec7ce61ae100b8fbe60e3337f5');
INSERT INTO public.log VALUES ('house', 13, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "fkekqt6tymqp"}', 'b9493a47a8d8122ac508cbf3bef51d94c59ff5215f8e9bc2f028cfd05e7e7227');
INSERT INTO public.log VALUES ('house', 14, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "fkekqt6tymqp", "role": "observer", "scope": "all"}', '1844f88e4e23bae9cf0b1e4acf9a76171048374e15e444a45fa3657a01e7b60a');
INSERT INTO public.log VALUES ('house', 15, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "fkekqt6tymqp"}', '384cb7fea63809549d85ac2cb6e7d35e315616fb941781e60411908f96ceefb9');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 1, 0, 1772454600000, 'account:7swhfh2tkx5w', NULL, 'drill_created', '{"scenario": "test", "version": "1", "digest": "65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354"}', '72a3514cc1c51015e3690a313e9c4fa8a3ecb9a36fdf8820affb422f39eb76ad');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 2, 0, 1772454600000, 'account:7swhfh2tkx5w', '5jeqfbkyrkj7', 'team_added', '{}', 'e903b891802bc782656e6fc1e0f7365e4e082df0871434fec35ec0dbb5b2a2d8');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 3, 0, 1772454600000, 'account:7swhfh2tkx5w', '2ebtxzzmqr2d', 'team_added', '{}', '4cd7b24a3949a3f8785750b67dcaf9d173bbb2988a99fe5ea32da0d42bcc4de7');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 4, 0, 1772454600000, 'nobody', '5jeqfbkyrkj7', 'participant_joined', '{"participant": "k7xvse4utvs3", "name": "0e95445a9e5f4836aa4d8b75180b4ceb6706fa334491462629290806a0be68ee"}', '4ad1b33bc6299873d4e7ea45d879a3b3a53bc06335ca537f99818075027d1a97');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 5, 0, 1772454600000, 'nobody', '5jeqfbkyrkj7', 'seats_taken', '{"participant": "k7xvse4utvs3", "seats": ["lead"]}', '0b2042d097ddfb226f5cb70fdfe6e1cb687955b9c8736f68b0f1e05b6af6796a');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 6, 0, 1772454600000, 'nobody', '5jeqfbkyrkj7', 'participant_joined', '{"participant": "mt993qyr62nq", "name": "a716252d7b44e8db680ca2bc8aabfaf7fe76a6c026342c12f499c2ec148bb12a"}', '74007d79acd4bfa6cd840a1cbdd48c81d15643e1ad4fcf091a42e238716ff9c6');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 7, 0, 1772454600000, 'nobody', '5jeqfbkyrkj7', 'seats_taken', '{"participant": "mt993qyr62nq", "seats": ["technical"]}', '93329f94db372e22f49ad9cd02b2a05aff5accffe16dc0a5e67350c1feb143f1');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 8, 0, 1772454600000, 'nobody', '2ebtxzzmqr2d', 'participant_joined', '{"participant": "mda3b89cb9yp", "name": "fa0274b5a757bc025d9ac8c8de33ef1bf175542d7b439700dcdc7afe561a442e"}', '0eddcb4f522fc2631798791b418667a41870cc6b1f81e11140bdbfee2d452444');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 9, 0, 1772454600000, 'nobody', '2ebtxzzmqr2d', 'seats_taken', '{"participant": "mda3b89cb9yp", "seats": ["lead"]}', 'dd277909f780a64ae5c07c762fd6def7a3973c2c6418302d2b722cf852cb41f1');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 10, 0, 1772454600000, 'nobody', '2ebtxzzmqr2d', 'participant_joined', '{"participant": "38u5xc2u4sz8", "name": "d9110e239ec937bdc5f1db0e2de0f65651effafc9760cde08b2fc46e182cf22b"}', '9b0df63fa4a4c46630a0d2bd5df996f62dec003441747fa27c4f110174d93df7');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 11, 0, 1772454600000, 'nobody', '2ebtxzzmqr2d', 'seats_taken', '{"participant": "38u5xc2u4sz8", "seats": ["communications"]}', 'a88d02ef14829f497c0ad630831b371c60f04ee42acf51ab17dd82ceeed31967');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 12, 0, 1772454600000, 'account:7swhfh2tkx5w', NULL, 'drill_started', '{}', 'e3a8a3c024263491e8f950939ee9469a597e5afddf12ac0c7f7f6e7dc1ef0dfb');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 13, 300000, 1772454900000, 'program', '5jeqfbkyrkj7', 'inject_delivered', '{"inject": "01", "late": false}', '529328e0a79c04c38faf4d27b2749c668cf65b59bf320b9be898a9c9d8ea0b02');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 14, 300000, 1772454900000, 'program', '2ebtxzzmqr2d', 'inject_delivered', '{"inject": "01", "late": false}', '7c5a749b44ed69526e268ddad42cf1a74d6811baffff6771f8b46219924299a6');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 15, 360000, 1772454960000, 'program', '5jeqfbkyrkj7', 'inject_delivered', '{"inject": "02", "late": false}', 'b712696b31c8746f49f61cdbd6e59de551279c142aec4357064d7c8ff900899a');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 16, 360000, 1772454960000, 'program', '2ebtxzzmqr2d', 'inject_delivered', '{"inject": "02", "late": false}', '501c6c3ca68ed39954d86d432fd59b1c5b75e650a5fbdeb4e349574e570d664a');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 17, 360000, 1772454960000, 'participant:k7xvse4utvs3', '5jeqfbkyrkj7', 'response_received', '{"inject": "01", "response": "wcc7jw5uyz5j", "version": 1, "digest": "6726292ab59d6b13cd4901f2999f2ed0f680207ed993b0f533e2220648c69ace"}', 'c70034802648d9d664307310892e297dc4796746e91b7d0aea127dd7315475b1');
INSERT INTO public.log VALUES ('drill:fhvxx9y4zzbz', 18, 420000, 1772455020000, 'account:7swhfh2tkx5w', NULL, 'drill_paused', '{}', '726bc0ccb0b639a8637dd3b0550d8dda245762670d3b4cf8434726e5858d5bc0');
INSERT INTO public.one_use_link VALUES ('f645ad9f341636004a573bc7ca2743ca72e7eb92de2dffe1f46129964989f96a', 'invite', '7swhfh2tkx5w', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('f91f2eb4f819ec51d6d6f0ee9cf13e3b2daa9f815f89bebb884a6d84ca455cd7', 'invite', 'apvhhtktmksn', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('ce8554f3e09cbc86923f8d15edb33985e4cc388c02c9ed9780e38443025d322c', 'invite', 'djrcvdvdj7vk', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('b24a78d2d2448e826a443e4ea4ee02f2edac0d6ec5dd0f9a11b65f9db55312c9', 'invite', 'p53fy89fntqs', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('a923a6019780880188771cda80f8f989be139ba4dcad9ad7f7e67def5741a259', 'invite', 'fkekqt6tymqp', 1773059400000, NULL);
INSERT INTO public.participant VALUES ('k7xvse4utvs3', '5jeqfbkyrkj7', 'Beatriz', 'es', 'b785cfb439ab5b68bbe8f6b44b28c0b027988368eb77bbe22daee3dfb13ae870', 'rsumxj', '8dc2b55c1a69905cc4f74306cd2b7422', false, 1772454600000, 1772454600000, NULL);
INSERT INTO public.participant VALUES ('mt993qyr62nq', '5jeqfbkyrkj7', 'Bruna', 'pt', '0d9970354dcec0c0999f52d95b4b2276780140a923fb904586682dba55470d96', 'mm2khp', '78429ff8cb41d99e5af4f10cf160996d', false, 1772454600000, 1772454600000, NULL);
INSERT INTO public.participant VALUES ('mda3b89cb9yp', '2ebtxzzmqr2d', 'Gwen', 'en', '268dbb9d77959ec271a6dd953d116c0b5bfe9c4fb36548434ae37a2ba30113c6', 'mxfv4s', '79d4e53496d7db2c9cc7096b819084aa', false, 1772454600000, 1772454600000, NULL);
INSERT INTO public.participant VALUES ('38u5xc2u4sz8', '2ebtxzzmqr2d', 'Giselle', 'fr', 'b6463c4bbe28ef8095bea2dee10bb7e5bc043a786411c82680bc2266483b278f', '4pgezh', '48e690ba76d453839093084e83d2a3da', false, 1772454600000, 1772454600000, NULL);
INSERT INTO public.reader VALUES ('staff:fhvxx9y4zzbz', 18);
INSERT INTO public.reader VALUES ('team:2ebtxzzmqr2d', 8);
INSERT INTO public.reader VALUES ('team:5jeqfbkyrkj7', 9);
INSERT INTO public.response VALUES ('wcc7jw5uyz5j', 1, 'r-beatriz', 1, 'counted', true, 'k7xvse4utvs3', NULL, '{"text": "Avisamos a direcci\u00f3n."}', 'b4d515f74acdc4a9bd96d6c4efe62072', NULL, 360000, 1772454960000);
INSERT INTO public.scenario_file VALUES ('65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354', '\x666f726d61743a20310a69643a20746573740a6c616e6775616765733a0a2d2065730a2d2070740a2d20656e0a2d2066720a7469746c653a205072756562610a6475726174696f6e3a2036306d0a72617465643a20747275650a73656174733a0a20206c6561643a0a202020207469746c653a204a6566610a2020746563686e6963616c3a0a202020207469746c653a2054c3a9636e6963610a202020206465707574793a20747275650a2020636f6d6d756e69636174696f6e733a0a202020207469746c653a20436f6d756e6963616369c3b36e0a7275627269633a0a20206c6576656c733a0a20202d20550a20202d204d0a20202d20530a20202d20500a202063726974657269613a0a2020202043313a0a2020202020207469746c653a20446563696469720a2020202020207765696768743a2036300a2020202020206c6576656c733a202669643030310a2020202020202020553a206e6976656c20550a20202020202020204d3a206e6976656c204d0a2020202020202020533a206e6976656c20530a2020202020202020503a206e6976656c20500a2020202043323a0a2020202020207469746c653a204578706c696361720a2020202020207765696768743a2034300a2020202020206c6576656c733a202a69643030310a666c6167733a0a202069736f6c617465643a206169736c61646f0a2020706169643a2070616761646f0a686f74776173683a0a2d20c2bf5175c3a92073616c69c3b3206269656e3f0a696e6a656374733a0a2d2069643a20273031270a20207469746c653a20496e6a6563742030310a202061743a20356d0a202061736b3a0a202020206b696e643a20746578740a202020206475653a2032306d0a2020202063726974657269613a0a202020202d2043310a202020202d2043320a2d2069643a20273032270a20207469746c653a20496e6a6563742030320a202061743a20366d0a2d2069643a20273033270a20207469746c653a20496e6a6563742030330a202061736b3a0a202020206b696e643a20746578740a202020206475653a2031306d0a2020202063726974657269613a0a202020202d2043310a202020202d2043320a202061743a2033306d0a');
INSERT INTO public.seat_holder VALUES ('5jeqfbkyrkj7', 'lead', 'k7xvse4utvs3', true);
INSERT INTO public.seat_holder VALUES ('5jeqfbkyrkj7', 'technical', 'mt993qyr62nq', false);
INSERT INTO public.seat_holder VALUES ('2ebtxzzmqr2d', 'lead', 'mda3b89cb9yp', true);
INSERT INTO public.seat_holder VALUES ('2ebtxzzmqr2d', 'communications', '38u5xc2u4sz8', false);
INSERT INTO public.stream VALUES ('house', 15, '384cb7fea63809549d85ac2cb6e7d35e315616fb941781e60411908f96ceefb9');
INSERT INTO public.stream VALUES ('drill:fhvxx9y4zzbz', 18, '726bc0ccb0b639a8637dd3b0550d8dda245762670d3b4cf8434726e5858d5bc0');
INSERT INTO public.team VALUES ('5jeqfbkyrkj7', 'fhvxx9y4zzbz', 0, 'Azul', 'kyyj34xeam', 'N6', 'es', false, false, NULL, NULL);
INSERT INTO public.team VALUES ('2ebtxzzmqr2d', 'fhvxx9y4zzbz', 1, 'Verde', '8ujgj3m8by', 'K5', 'en', false, false, NULL, NULL);
INSERT INTO public.web_session VALUES ('266dff897993814d4301dae204eb7cdcc688a4b864aa34d0defb437a862b67f1', '7swhfh2tkx5w', NULL, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('5685f2d9b4ed02454c33846d82cb10f3a7b8e80495a6591e4e03f9ef635dea67', 'apvhhtktmksn', NULL, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('2647ae915b821a6565f55e2f40d8d82a6c57a80bab10c0312c2981ce34c2e5d3', 'djrcvdvdj7vk', NULL, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('8eb2425621a702c74f0369d104b92449d0da2afc798c6709267850a6a1feea48', 'p53fy89fntqs', NULL, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('b2d0e421b5cb423194fffd4b2e1f2566bea932918153c67931b933aec11b76c4', 'fkekqt6tymqp', NULL, 1772454600000, 1772505000000, NULL);
SELECT pg_catalog.setval('public.delivery_id_seq', 6, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);
ALTER TABLE ONLY public.attachment_file
    ADD CONSTRAINT pk_attachment_file PRIMARY KEY (scenario_digest, name);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT pk_delivery PRIMARY KEY (id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT pk_draft PRIMARY KEY (delivery_id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT pk_drill PRIMARY KEY (id);
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
ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT pk_one_use_link PRIMARY KEY (token_digest);
ALTER TABLE ONLY public."order"
    ADD CONSTRAINT pk_order PRIMARY KEY (id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT pk_participant PRIMARY KEY (id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT pk_rating PRIMARY KEY (id);
ALTER TABLE ONLY public.reader
    ADD CONSTRAINT pk_reader PRIMARY KEY (name);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT pk_response PRIMARY KEY (id);
ALTER TABLE ONLY public.scenario_file
    ADD CONSTRAINT pk_scenario_file PRIMARY KEY (digest);
ALTER TABLE ONLY public.seat_holder
    ADD CONSTRAINT pk_seat_holder PRIMARY KEY (team_id, seat, participant_id);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT pk_setting PRIMARY KEY (name);
ALTER TABLE ONLY public.stream
    ADD CONSTRAINT pk_stream PRIMARY KEY (name);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT pk_team PRIMARY KEY (id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT pk_web_session PRIMARY KEY (token_digest);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_email UNIQUE (email);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT uq_delivery_team_id_inject UNIQUE (team_id, inject);
ALTER TABLE ONLY public."grant"
    ADD CONSTRAINT uq_grant_account_id_role_scope UNIQUE (account_id, role, scope);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT uq_participant_return_digest UNIQUE (return_digest);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT uq_rating_response_id_criterion_account_id_version UNIQUE (response_id, criterion, account_id, version);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT uq_response_delivery_id_client_id UNIQUE (delivery_id, client_id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT uq_response_delivery_id_version UNIQUE (delivery_id, version);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_code UNIQUE (code);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_drill_id_blind_code UNIQUE (drill_id, blind_code);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_drill_id_name UNIQUE (drill_id, name);
CREATE INDEX ix_delivery_closing ON public.delivery USING btree (drill_id, state, closes_at);
CREATE INDEX ix_delivery_due ON public.delivery USING btree (drill_id, state, due_at);
CREATE INDEX ix_grant_account_id ON public."grant" USING btree (account_id);
CREATE INDEX ix_order_waiting ON public."order" USING btree (state, runs_at);
CREATE INDEX ix_participant_team_id ON public.participant USING btree (team_id);
CREATE INDEX ix_rating_response_id ON public.rating USING btree (response_id);
CREATE INDEX ix_response_delivery_id ON public.response USING btree (delivery_id);
CREATE INDEX ix_team_drill_id ON public.team USING btree (drill_id);
CREATE INDEX ix_web_session_account_id ON public.web_session USING btree (account_id);
CREATE INDEX ix_web_session_participant_id ON public.web_session USING btree (participant_id);
CREATE UNIQUE INDEX uq_rating_current ON public.rating USING btree (response_id, criterion, account_id) WHERE current;
CREATE UNIQUE INDEX uq_seat_holder_lead ON public.seat_holder USING btree (team_id) WHERE lead;
ALTER TABLE ONLY public.attachment_file
    ADD CONSTRAINT fk_attachment_file_scenario_digest_scenario_file FOREIGN KEY (scenario_digest) REFERENCES public.scenario_file(digest);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT fk_drill_lead_id_account FOREIGN KEY (lead_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.drill
    ADD CONSTRAINT fk_drill_scenario_digest_scenario_file FOREIGN KEY (scenario_digest) REFERENCES public.scenario_file(digest);
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
ALTER TABLE ONLY public.one_use_link
    ADD CONSTRAINT fk_one_use_link_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public."order"
    ADD CONSTRAINT fk_order_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_response_id_response FOREIGN KEY (response_id) REFERENCES public.response(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_entered_by_account FOREIGN KEY (entered_by) REFERENCES public.account(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.seat_holder
    ADD CONSTRAINT fk_seat_holder_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.seat_holder
    ADD CONSTRAINT fk_seat_holder_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
