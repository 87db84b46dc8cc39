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
CREATE TABLE public.attachment_file (
    scenario_digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
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
    keep_until bigint
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
CREATE TABLE public.programme (
    id character varying(12) NOT NULL,
    name character varying(120) NOT NULL,
    created_at bigint NOT NULL
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
CREATE TABLE public.recovery_code (
    code_digest character varying(64) NOT NULL,
    account_id character varying(12) NOT NULL,
    used_at bigint
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
    id character varying(12) NOT NULL,
    account_id character varying(12),
    participant_id character varying(12),
    browser character varying(80) NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint,
    expires_at bigint NOT NULL,
    revoked_at bigint
);
ALTER TABLE ONLY public.delivery ALTER COLUMN id SET DEFAULT nextval('public.delivery_id_seq'::regclass);
ALTER TABLE ONLY public.departure ALTER COLUMN id SET DEFAULT nextval('public.departure_id_seq'::regclass);
INSERT INTO public.account VALUES ('vk2edkd5pf6t', 'fatima@ministry.example', 'Fátima', 'es', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('63j69cpeet4s', 'edo@ministry.example', 'Edo', 'es', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('95u2xshgydgw', 'eun@ministry.example', 'Eun', 'en', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('9zjrs9eqjgmm', 'olga@ministry.example', 'Olga', 'pt', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.account VALUES ('kwxvympfvjky', 'olu@ministry.example', 'Olu', 'en', NULL, false, NULL, 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.alembic_version VALUES ('0002');
INSERT INTO public.delivery VALUES (3, 'rmbp8qh9ksvc', 'vvrwhznd7t59', '03', 2, 'planned', NULL, false, false, 1800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (6, 'rmbp8qh9ksvc', 'w6577uw48mtu', '03', 2, 'planned', NULL, false, false, 1800000, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (4, 'rmbp8qh9ksvc', 'w6577uw48mtu', '01', 0, 'delivered', NULL, false, false, 300000, 300000, NULL, NULL, NULL, 1500000, 1560000, NULL);
INSERT INTO public.delivery VALUES (2, 'rmbp8qh9ksvc', 'vvrwhznd7t59', '02', 1, 'delivered', NULL, false, false, 360000, 360000, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (5, 'rmbp8qh9ksvc', 'w6577uw48mtu', '02', 1, 'delivered', NULL, false, false, 360000, 360000, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.delivery VALUES (1, 'rmbp8qh9ksvc', 'vvrwhznd7t59', '01', 0, 'answered', NULL, false, false, 300000, 300000, NULL, NULL, 360000, 1500000, 1560000, NULL);
INSERT INTO public.draft VALUES (1, '{"text": "Avisamos a direcci\u00f3n."}', 'nycrxwkg4emu', 360000, NULL, NULL, NULL);
INSERT INTO public.draft VALUES (4, '{"text": "On coupe le r\u00e9seau."}', '3cbtgjs94a4z', 360000, NULL, NULL, NULL);
INSERT INTO public.drill VALUES ('rmbp8qh9ksvc', 'Simulacro', '65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354', 'es', 'UTC', 'paused', false, false, true, false, 3600000, 420000, NULL, 1, 1772455020000, 1772454600000, 1772455020000, NULL, NULL, 'vk2edkd5pf6t', '2e9916c5ad1270066c0dd4335448c401', 1772454600000, NULL, NULL, NULL, NULL);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 1, 'drill:rmbp8qh9ksvc', 1);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 2, 'drill:rmbp8qh9ksvc', 2);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 3, 'drill:rmbp8qh9ksvc', 3);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 1, 'drill:rmbp8qh9ksvc', 4);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 4, 'drill:rmbp8qh9ksvc', 4);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 2, 'drill:rmbp8qh9ksvc', 6);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 5, 'drill:rmbp8qh9ksvc', 6);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 3, 'drill:rmbp8qh9ksvc', 7);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 6, 'drill:rmbp8qh9ksvc', 7);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 4, 'drill:rmbp8qh9ksvc', 9);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 7, 'drill:rmbp8qh9ksvc', 9);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 1, 'drill:rmbp8qh9ksvc', 10);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 8, 'drill:rmbp8qh9ksvc', 10);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 2, 'drill:rmbp8qh9ksvc', 12);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 9, 'drill:rmbp8qh9ksvc', 12);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 3, 'drill:rmbp8qh9ksvc', 13);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 10, 'drill:rmbp8qh9ksvc', 13);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 4, 'drill:rmbp8qh9ksvc', 15);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 11, 'drill:rmbp8qh9ksvc', 15);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 5, 'drill:rmbp8qh9ksvc', 16);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 5, 'drill:rmbp8qh9ksvc', 16);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 12, 'drill:rmbp8qh9ksvc', 16);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 6, 'drill:rmbp8qh9ksvc', 17);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 13, 'drill:rmbp8qh9ksvc', 17);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 6, 'drill:rmbp8qh9ksvc', 18);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 14, 'drill:rmbp8qh9ksvc', 18);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 7, 'drill:rmbp8qh9ksvc', 19);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 15, 'drill:rmbp8qh9ksvc', 19);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 7, 'drill:rmbp8qh9ksvc', 20);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 16, 'drill:rmbp8qh9ksvc', 20);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 8, 'drill:rmbp8qh9ksvc', 21);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 17, 'drill:rmbp8qh9ksvc', 21);
INSERT INTO public.feed VALUES ('team:vvrwhznd7t59', 9, 'drill:rmbp8qh9ksvc', 22);
INSERT INTO public.feed VALUES ('team:w6577uw48mtu', 8, 'drill:rmbp8qh9ksvc', 22);
INSERT INTO public.feed VALUES ('staff:rmbp8qh9ksvc', 18, 'drill:rmbp8qh9ksvc', 22);
INSERT INTO public."grant" VALUES ('6tgzp9auepc5', 'vk2edkd5pf6t', 'facilitator', 'all');
INSERT INTO public."grant" VALUES ('q9nu7jsmnbkz', '63j69cpeet4s', 'evaluator', 'all');
INSERT INTO public."grant" VALUES ('7u3nbjhtx6wv', '95u2xshgydgw', 'evaluator', 'all');
INSERT INTO public."grant" VALUES ('8h4unx37kaxh', '9zjrs9eqjgmm', 'organizer', 'all');
INSERT INTO public."grant" VALUES ('4dae72vmghsg', 'kwxvympfvjky', 'observer', 'all');
INSERT INTO public."grant" VALUES ('9enf9gp9vxzd', 'vk2edkd5pf6t', 'facilitator', 'drill:rmbp8qh9ksvc');
INSERT INTO public.log VALUES ('house', 1, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "vk2edkd5pf6t"}', 'e9486e20ab3b6cf27388889e8bf0d2610f714eba24d9e01bf5d18d366722282e');
INSERT INTO public.log VALUES ('house', 2, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "vk2edkd5pf6t", "role": "facilitator", "scope": "all"}', '2a29e21b483c8e1c2685977eb5fafd244b70d7d9c57a98f961b1f45c67405653');
INSERT INTO public.log VALUES ('house', 3, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "vk2edkd5pf6t"}', '29d7b60d4667e6c235144b5b841f1616d951be0bccf2b97cf63fa325a93a6b28');
INSERT INTO public.log VALUES ('house', 4, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "63j69cpeet4s"}', '351c92aeaa8133bb3f7b092ff45e1bf82d889e7d6a320cf1b624533ec02c04ab');
INSERT INTO public.log VALUES ('house', 5, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "63j69cpeet4s", "role": "evaluator", "scope": "all"}', 'e0c97595f1c7c3752aec7b7eb0555e873b41b0fd84b090e416a4fd116977b7a9');
INSERT INTO public.log VALUES ('house', 6, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "63j69cpeet4s"}', '8555e19e0662056d21f359738b0efcd090f3d062814ed9b5094e6dcd874f2430');
INSERT INTO public.log VALUES ('house', 7, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "95u2xshgydgw"}', '87504e47566fbc9b70b5dcb61a7a2052849d315d0c6e0cb05e3c8824662aa7c2');
INSERT INTO public.log VALUES ('house', 8, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "95u2xshgydgw", "role": "evaluator", "scope": "all"}', '9e9511044f43b959df6b5b808ab2a1afd2049afdf0aeb3660f937e5c7c54a411');
INSERT INTO public.log VALUES ('house', 9, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "95u2xshgydgw"}', 'c9fa96b9469ac2ceab0943a04f99561d9a4ad143a5f789c754efac18c2beb84c');
INSERT INTO public.log VALUES ('house', 10, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "9zjrs9eqjgmm"}', '342c16c298483cc744980a7bb4182a59e21c0a85f541d4f3beb631df4ff53db3');
INSERT INTO public.log VALUES ('house', 11, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "9zjrs9eqjgmm", "role": "organizer", "scope": "all"}', '3ff412874bd01166310cd6b796d61ff8e806cf13d23d6d0ef5fae2a9a8acd687');
INSERT INTO public.log VALUES ('house', 12, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "9zjrs9eqjgmm"}', '68d89a36e9dc1b168c0d2c069fdf82b73a053e6719a327acc66f64a0a5da9af7');
INSERT INTO public.log VALUES ('house', 13, NULL, 1772454600000, 'program', NULL, 'account_created', '{"account": "kwxvympfvjky"}', '5e9ad1788ff76105fb714ce23e26fa37a65434c3819d6c85be6e1cfb1885b22a');
INSERT INTO public.log VALUES ('house', 14, NULL, 1772454600000, 'program', NULL, 'role_granted', '{"account": "kwxvympfvjky", "role": "observer", "scope": "all"}', '446779a441165623d9dfc0ed8f3a4c7465efeef74383f147e878714e13a26262');
INSERT INTO public.log VALUES ('house', 15, NULL, 1772454600000, 'program', NULL, 'session_opened', '{"account": "kwxvympfvjky"}', '6791b72ec4bdad47633dbba82e758306635567590da222d2a373b5cab3249086');
INSERT INTO public.log VALUES ('house', 16, NULL, 1772454600000, 'account:vk2edkd5pf6t', NULL, 'role_granted', '{"account": "vk2edkd5pf6t", "role": "facilitator", "scope": "drill:rmbp8qh9ksvc"}', '584881c2078198f2596b596c8729978a51291a2f08075f5016fddc7a7b405bd1');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 1, 0, 1772454600000, 'account:vk2edkd5pf6t', NULL, 'drill_created', '{"scenario": "test", "version": "1", "digest": "65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354"}', '5176fc495f2b5c4ee2f7232af7f7698aa4678976cfe63d0e2342b5c867060b04');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 2, 0, 1772454600000, 'account:vk2edkd5pf6t', 'vvrwhznd7t59', 'team_added', '{}', 'ca33847c2c5ed532cacea89de690ab9b197771c111996ed126d9700e5de23cc9');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 3, 0, 1772454600000, 'account:vk2edkd5pf6t', 'w6577uw48mtu', 'team_added', '{}', 'fe79ce9444187c2c811a17adb42a623f4ffd1190e564edfae69c3f40270b2424');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 4, 0, 1772454600000, 'nobody', 'vvrwhznd7t59', 'participant_joined', '{"participant": "nycrxwkg4emu", "name": "bf9eeb2a8ca1e3d5945200e3b06c462f625bb95bab04bcd1aaf0395ed9197c36"}', '0380d424a35be62e4419c25cfb8cd7316693d2e7d265ea1847cccedbdec21867');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 5, 0, 1772454600000, 'nobody', 'vvrwhznd7t59', 'notice_read', '{"participant": "nycrxwkg4emu", "notice": "2026-11"}', 'b6197ef05d64e7b9ed764c44810c66a28c3833d428bef4623b45adb76121a2c0');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 6, 0, 1772454600000, 'nobody', 'vvrwhznd7t59', 'seats_taken', '{"participant": "nycrxwkg4emu", "seats": ["lead"]}', '8547df9eb5a6da1c6450914ac8b15bdce4fae92a0cf0fcb7cfa1db7e35c45d6d');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 7, 0, 1772454600000, 'nobody', 'vvrwhznd7t59', 'participant_joined', '{"participant": "c433zvjkjmxr", "name": "bde42432cb272aac14281d41c542986fc2d98708ee5cf3a4d625192d46742d62"}', '3eedcd58c0908733368e5722916c8054e188a4beef711367d184aae31a660699');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 8, 0, 1772454600000, 'nobody', 'vvrwhznd7t59', 'notice_read', '{"participant": "c433zvjkjmxr", "notice": "2026-11"}', 'ccd3bfb3bf0af41634fc9e55df7f286cc85e6cb537d75de09fcdb58e6019af81');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 9, 0, 1772454600000, 'nobody', 'vvrwhznd7t59', 'seats_taken', '{"participant": "c433zvjkjmxr", "seats": ["technical"]}', '655245c8a1eed4d948b5067efd3f73ecda91c132530744b3694cf2674b9b0499');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 10, 0, 1772454600000, 'nobody', 'w6577uw48mtu', 'participant_joined', '{"participant": "ywwqt6nnq8x8", "name": "f65ea2a3fa64014fb1821603b08cceafa9c43f9e1156f3df15180a05bfd0c3fe"}', 'fa3bef46563cbc2d554d86ea3d2e9e06e701839e1655e786711248689949accd');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 11, 0, 1772454600000, 'nobody', 'w6577uw48mtu', 'notice_read', '{"participant": "ywwqt6nnq8x8", "notice": "2026-11"}', 'a3b1e1a1d2008627b94aa361e057b7484999dff0b8eb602cbc2f405f4834415c');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 12, 0, 1772454600000, 'nobody', 'w6577uw48mtu', 'seats_taken', '{"participant": "ywwqt6nnq8x8", "seats": ["lead"]}', '11cad3b07bd11757aaad080d8464f02646f5024cbd8bbf1c6ab13ec8671f4050');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 13, 0, 1772454600000, 'nobody', 'w6577uw48mtu', 'participant_joined', '{"participant": "3cbtgjs94a4z", "name": "87279001630ec287c0ac91fcf5147ff14bee2da89b590d32f64027a41f7926a5"}', '92280102dea1c237dae808db4617825d452fb095a50382e8b6e6597f41d1e307');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 14, 0, 1772454600000, 'nobody', 'w6577uw48mtu', 'notice_read', '{"participant": "3cbtgjs94a4z", "notice": "2026-11"}', 'a6b41b87d3b154b0a1ebd47cfcbfa430ec420166022b944d404acbc2b7dde0f9');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 15, 0, 1772454600000, 'nobody', 'w6577uw48mtu', 'seats_taken', '{"participant": "3cbtgjs94a4z", "seats": ["communications"]}', 'ef01f5ecefec78f160846db59c37149980c39c9137215c799ed21c5cae28dba5');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 16, 0, 1772454600000, 'account:vk2edkd5pf6t', NULL, 'drill_started', '{}', '93cbb1d4b2e8ecfbd09ccc61a73e0b21c57f7b2c5ed3bd5834f7740166ee65ae');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 17, 300000, 1772454900000, 'program', 'vvrwhznd7t59', 'inject_delivered', '{"inject": "01", "late": false}', 'ede37e4c04a531519cbe87228f683d244ca6358ba1834f9cffae3a738fb95a7c');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 18, 300000, 1772454900000, 'program', 'w6577uw48mtu', 'inject_delivered', '{"inject": "01", "late": false}', '7551e5bb017dff14d6f4b7c6d887497f84e84e1538208fd37a56e99c5a95595f');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 19, 360000, 1772454960000, 'program', 'vvrwhznd7t59', 'inject_delivered', '{"inject": "02", "late": false}', 'c51fda837561ba13505406641427f6e0d0d5e2bdccd4fcfc308fb99a26152fb7');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 20, 360000, 1772454960000, 'program', 'w6577uw48mtu', 'inject_delivered', '{"inject": "02", "late": false}', '28c408168f9023ff939fdc271d58d8d14ec8175747e031608a1278ba115a1c7d');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 21, 360000, 1772454960000, 'participant:nycrxwkg4emu', 'vvrwhznd7t59', 'response_received', '{"inject": "01", "response": "f9s4wbbk5hak", "version": 1, "digest": "ccdfe988eaefe35d451ae41b68b49a0ac4de8beaddd854338a257d60cf1c0a98"}', '4160e51e74ab43d47be2a402d5d768f28f743bcb1e5793bdd1068eb8b3df963e');
INSERT INTO public.log VALUES ('drill:rmbp8qh9ksvc', 22, 420000, 1772455020000, 'account:vk2edkd5pf6t', NULL, 'drill_paused', '{}', '0f1b6e564a064fba48ee16e34cde06232b609979d01a8160e4e505377095e705');
INSERT INTO public.one_use_link VALUES ('e46f4bfd7399a260ba9874209f5c9c71a3450fb3ddd5a30b5c1545eb91994b2a', 'invite', 'vk2edkd5pf6t', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('c711f88f21a5b058a88e79cfc4e0aeb4a23720feafd72990e8e30a32737e74e6', 'invite', '63j69cpeet4s', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('901718afe893abc42bbffacef8e43d15502fa735b8930bf81eb6cfbcfa2ebff7', 'invite', '95u2xshgydgw', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('4eed660985578f713c14d0ade5a6f64530df96d6441737ebb0dd464a39737f84', 'invite', '9zjrs9eqjgmm', 1773059400000, NULL);
INSERT INTO public.one_use_link VALUES ('00ce5e36f77f9103958f1a2f6f6668c7c40789188e4a88e1c09f171b72267dd4', 'invite', 'kwxvympfvjky', 1773059400000, NULL);
INSERT INTO public.participant VALUES ('nycrxwkg4emu', 'vvrwhznd7t59', 'Beatriz', 'es', 'e07f89e266d98a7497c7cc4fcfa9137b555a1cf71cd75f8c6862cdb27402a56e', 'xdyetn', 'a3c496a5484ef422517685d1656cb7df', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.participant VALUES ('c433zvjkjmxr', 'vvrwhznd7t59', 'Bruna', 'pt', 'f2b2d487c371298c7a1276bd0ea6e9323181cfcfff6d6f7bb833a817c806cf9d', 'vd68s3', '5e8f0ad44335cb0f84da6ee444ce6948', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.participant VALUES ('ywwqt6nnq8x8', 'w6577uw48mtu', 'Gwen', 'en', 'ea294f6f91c0011d0e4450565dc759b413f9975843b597a22dba137f669e8531', 'z4mteu', 'cf6292cc1747ebde1638c68c544e31d5', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.participant VALUES ('3cbtgjs94a4z', 'w6577uw48mtu', 'Giselle', 'fr', '60efdbf902172ad962231f147e1aa005573e8f117aee3d16184289f6147e4d1a', '3rhdbv', 'ba90c2eef3f9c79426c0c54f7075cd61', false, 1772454600000, 1772454600000, NULL, '2026-11', 1772454600000, NULL);
INSERT INTO public.reader VALUES ('staff:rmbp8qh9ksvc', 18);
INSERT INTO public.reader VALUES ('team:vvrwhznd7t59', 9);
INSERT INTO public.reader VALUES ('team:w6577uw48mtu', 8);
INSERT INTO public.response VALUES ('f9s4wbbk5hak', 1, 'r-beatriz', 1, 'counted', true, 'nycrxwkg4emu', NULL, '{"text": "Avisamos a direcci\u00f3n."}', '12e083b2946f4df62ddc72decf23f4d7', NULL, 360000, 1772454960000, NULL);
INSERT INTO public.scenario_file VALUES ('65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354', '\x666f726d61743a20310a69643a20746573740a6c616e6775616765733a0a2d2065730a2d2070740a2d20656e0a2d2066720a7469746c653a205072756562610a6475726174696f6e3a2036306d0a72617465643a20747275650a73656174733a0a20206c6561643a0a202020207469746c653a204a6566610a2020746563686e6963616c3a0a202020207469746c653a2054c3a9636e6963610a202020206465707574793a20747275650a2020636f6d6d756e69636174696f6e733a0a202020207469746c653a20436f6d756e6963616369c3b36e0a7275627269633a0a20206c6576656c733a0a20202d20550a20202d204d0a20202d20530a20202d20500a202063726974657269613a0a2020202043313a0a2020202020207469746c653a20446563696469720a2020202020207765696768743a2036300a2020202020206c6576656c733a202669643030310a2020202020202020553a206e6976656c20550a20202020202020204d3a206e6976656c204d0a2020202020202020533a206e6976656c20530a2020202020202020503a206e6976656c20500a2020202043323a0a2020202020207469746c653a204578706c696361720a2020202020207765696768743a2034300a2020202020206c6576656c733a202a69643030310a666c6167733a0a202069736f6c617465643a206169736c61646f0a2020706169643a2070616761646f0a686f74776173683a0a2d20c2bf5175c3a92073616c69c3b3206269656e3f0a696e6a656374733a0a2d2069643a20273031270a20207469746c653a20496e6a6563742030310a202061743a20356d0a202061736b3a0a202020206b696e643a20746578740a202020206475653a2032306d0a2020202063726974657269613a0a202020202d2043310a202020202d2043320a2d2069643a20273032270a20207469746c653a20496e6a6563742030320a202061743a20366d0a2d2069643a20273033270a20207469746c653a20496e6a6563742030330a202061736b3a0a202020206b696e643a20746578740a202020206475653a2031306d0a2020202063726974657269613a0a202020202d2043310a202020202d2043320a202061743a2033306d0a');
INSERT INTO public.seat_holder VALUES ('vvrwhznd7t59', 'lead', 'nycrxwkg4emu', true);
INSERT INTO public.seat_holder VALUES ('vvrwhznd7t59', 'technical', 'c433zvjkjmxr', false);
INSERT INTO public.seat_holder VALUES ('w6577uw48mtu', 'lead', 'ywwqt6nnq8x8', true);
INSERT INTO public.seat_holder VALUES ('w6577uw48mtu', 'communications', '3cbtgjs94a4z', false);
INSERT INTO public.stream VALUES ('house', 16, '584881c2078198f2596b596c8729978a51291a2f08075f5016fddc7a7b405bd1');
INSERT INTO public.stream VALUES ('drill:rmbp8qh9ksvc', 22, '0f1b6e564a064fba48ee16e34cde06232b609979d01a8160e4e505377095e705');
INSERT INTO public.team VALUES ('vvrwhznd7t59', 'rmbp8qh9ksvc', 0, 'Azul', 'f6dzhhbs9v', 'X7', 'es', false, false, NULL, NULL);
INSERT INTO public.team VALUES ('w6577uw48mtu', 'rmbp8qh9ksvc', 1, 'Verde', 'kf7b4tnkt9', 'X6', 'en', false, false, NULL, NULL);
INSERT INTO public.web_session VALUES ('24b3bd96e09aea0814adff510219ee2840db020ce132294eb66f57d5171ae475', '7savt3eh8tmk', 'vk2edkd5pf6t', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('300b33647b45655437b800f87a7b970310c2c12d6c9b3c955e5f6a1421e346ab', 'j6skr9w7dnyb', '63j69cpeet4s', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('62c91c30c0d79414273eb9dcbb5399c4f147fb336f14cf175d023ae5940cfd92', '28xvn8wy2zqz', '95u2xshgydgw', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('fc0e4a1fdf55447e4e72a31590a0845408fcd7dabf966e466a0b947d4f920aae', 'qbvj9ks9npaz', '9zjrs9eqjgmm', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL);
INSERT INTO public.web_session VALUES ('84f0266de340f388e722939c0eb735059bbf6b3da029c3c7b319af879ec93af5', 'dbn32bmybghw', 'kwxvympfvjky', NULL, '', 1772454600000, 1772454600000, 1772505000000, NULL);
SELECT pg_catalog.setval('public.delivery_id_seq', 6, true);
SELECT pg_catalog.setval('public.departure_id_seq', 1, false);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT pk_api_token PRIMARY KEY (id);
ALTER TABLE ONLY public.attachment_file
    ADD CONSTRAINT pk_attachment_file PRIMARY KEY (scenario_digest, name);
ALTER TABLE ONLY public.consent
    ADD CONSTRAINT pk_consent PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT pk_delivery PRIMARY KEY (id);
ALTER TABLE ONLY public.departure
    ADD CONSTRAINT pk_departure PRIMARY KEY (id);
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
ALTER TABLE ONLY public.pause_request
    ADD CONSTRAINT pk_pause_request PRIMARY KEY (id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT pk_programme PRIMARY KEY (id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT pk_rating PRIMARY KEY (id);
ALTER TABLE ONLY public.reader
    ADD CONSTRAINT pk_reader PRIMARY KEY (name);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (code_digest);
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
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT uq_api_token_token_digest UNIQUE (token_digest);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT uq_delivery_team_id_inject UNIQUE (team_id, inject);
ALTER TABLE ONLY public."grant"
    ADD CONSTRAINT uq_grant_account_id_role_scope UNIQUE (account_id, role, scope);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT uq_participant_return_digest UNIQUE (return_digest);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT uq_programme_name UNIQUE (name);
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
ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT uq_web_session_id UNIQUE (id);
CREATE INDEX ix_api_token_account_id ON public.api_token USING btree (account_id);
CREATE INDEX ix_consent_participant_id ON public.consent USING btree (participant_id);
CREATE INDEX ix_delivery_closing ON public.delivery USING btree (drill_id, state, closes_at);
CREATE INDEX ix_delivery_due ON public.delivery USING btree (drill_id, state, due_at);
CREATE INDEX ix_departure_at ON public.departure USING btree (at);
CREATE INDEX ix_drill_programme_id ON public.drill USING btree (programme_id);
CREATE INDEX ix_grant_account_id ON public."grant" USING btree (account_id);
CREATE INDEX ix_order_waiting ON public."order" USING btree (state, runs_at);
CREATE INDEX ix_participant_team_id ON public.participant USING btree (team_id);
CREATE INDEX ix_pause_request_drill_id ON public.pause_request USING btree (drill_id);
CREATE INDEX ix_pause_request_participant_id ON public.pause_request USING btree (participant_id);
CREATE INDEX ix_rating_response_id ON public.rating USING btree (response_id);
CREATE INDEX ix_recovery_code_account_id ON public.recovery_code USING btree (account_id);
CREATE INDEX ix_response_delivery_id ON public.response USING btree (delivery_id);
CREATE INDEX ix_team_drill_id ON public.team USING btree (drill_id);
CREATE INDEX ix_web_session_account_id ON public.web_session USING btree (account_id);
CREATE INDEX ix_web_session_participant_id ON public.web_session USING btree (participant_id);
CREATE UNIQUE INDEX uq_rating_current ON public.rating USING btree (response_id, criterion, account_id) WHERE current;
CREATE UNIQUE INDEX uq_seat_holder_lead ON public.seat_holder USING btree (team_id) WHERE lead;
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT fk_api_token_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT fk_api_token_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.attachment_file
    ADD CONSTRAINT fk_attachment_file_scenario_digest_scenario_file FOREIGN KEY (scenario_digest) REFERENCES public.scenario_file(digest);
ALTER TABLE ONLY public.consent
    ADD CONSTRAINT fk_consent_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
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
ALTER TABLE ONLY public.pause_request
    ADD CONSTRAINT fk_pause_request_drill_id_drill FOREIGN KEY (drill_id) REFERENCES public.drill(id);
ALTER TABLE ONLY public.pause_request
    ADD CONSTRAINT fk_pause_request_participant_id_participant FOREIGN KEY (participant_id) REFERENCES public.participant(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT fk_rating_response_id_response FOREIGN KEY (response_id) REFERENCES public.response(id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);
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
