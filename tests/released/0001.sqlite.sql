BEGIN TRANSACTION;
CREATE TABLE account (
	id VARCHAR(12) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	language VARCHAR(12) NOT NULL, 
	password_hash VARCHAR(200), 
	bot BOOLEAN NOT NULL, 
	disabled_at BIGINT, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT uq_account_email UNIQUE (email)
);
INSERT INTO "account" VALUES('ctzvxbatzysh','fatima@ministry.example','Fátima','es',NULL,0,NULL,1772454600000);
INSERT INTO "account" VALUES('usxx9b6tv9d8','edo@ministry.example','Edo','es',NULL,0,NULL,1772454600000);
INSERT INTO "account" VALUES('zneg78bu2n6w','eun@ministry.example','Eun','en',NULL,0,NULL,1772454600000);
INSERT INTO "account" VALUES('ktetryzvrk6t','olga@ministry.example','Olga','pt',NULL,0,NULL,1772454600000);
INSERT INTO "account" VALUES('29vhfjt74em8','olu@ministry.example','Olu','en',NULL,0,NULL,1772454600000);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attachment_file (
	scenario_digest VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_attachment_file PRIMARY KEY (scenario_digest, name), 
	CONSTRAINT fk_attachment_file_scenario_digest_scenario_file FOREIGN KEY(scenario_digest) REFERENCES scenario_file (digest)
);
CREATE TABLE delivery (
	id INTEGER NOT NULL, 
	drill_id VARCHAR(12) NOT NULL, 
	team_id VARCHAR(12) NOT NULL, 
	inject VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	reason VARCHAR(40), 
	late BOOLEAN NOT NULL, 
	final BOOLEAN NOT NULL, 
	due_at BIGINT, 
	delivered_at BIGINT, 
	received_at BIGINT, 
	opened_at BIGINT, 
	answered_at BIGINT, 
	deadline_at BIGINT, 
	closes_at BIGINT, 
	withdrawn_at BIGINT, 
	CONSTRAINT pk_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_drill_id_drill FOREIGN KEY(drill_id) REFERENCES drill (id), 
	CONSTRAINT fk_delivery_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT uq_delivery_team_id_inject UNIQUE (team_id, inject)
);
INSERT INTO "delivery" VALUES(1,'vgb9nmuej4jb','be9w9csvaqa6','01',0,'answered',NULL,0,0,300000,300000,NULL,NULL,360000,1500000,1560000,NULL);
INSERT INTO "delivery" VALUES(2,'vgb9nmuej4jb','be9w9csvaqa6','02',1,'delivered',NULL,0,0,360000,360000,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery" VALUES(3,'vgb9nmuej4jb','be9w9csvaqa6','03',2,'planned',NULL,0,0,1800000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery" VALUES(4,'vgb9nmuej4jb','y3qhwnt2esca','01',0,'delivered',NULL,0,0,300000,300000,NULL,NULL,NULL,1500000,1560000,NULL);
INSERT INTO "delivery" VALUES(5,'vgb9nmuej4jb','y3qhwnt2esca','02',1,'delivered',NULL,0,0,360000,360000,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery" VALUES(6,'vgb9nmuej4jb','y3qhwnt2esca','03',2,'planned',NULL,0,0,1800000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE draft (
	delivery_id INTEGER NOT NULL, 
	content JSON NOT NULL, 
	participant_id VARCHAR(12), 
	saved_at BIGINT NOT NULL, 
	proposed_at BIGINT, 
	stood JSON, 
	CONSTRAINT pk_draft PRIMARY KEY (delivery_id), 
	CONSTRAINT fk_draft_delivery_id_delivery FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_draft_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id)
);
INSERT INTO "draft" VALUES(1,'{"text": "Avisamos a direcci\u00f3n."}','t7pzbnjkzjs6',360000,NULL,NULL);
INSERT INTO "draft" VALUES(4,'{"text": "On coupe le r\u00e9seau."}','6urjsftu3vuw',360000,NULL,NULL);
CREATE TABLE drill (
	id VARCHAR(12) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	scenario_digest VARCHAR(64) NOT NULL, 
	language VARCHAR(12) NOT NULL, 
	time_zone VARCHAR(60) NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	rehearsal BOOLEAN NOT NULL, 
	ai_allowed BOOLEAN NOT NULL, 
	joining BOOLEAN NOT NULL, 
	stopped BOOLEAN NOT NULL, 
	duration BIGINT NOT NULL, 
	clock_base BIGINT NOT NULL, 
	clock_since BIGINT, 
	speed INTEGER NOT NULL, 
	seen_at BIGINT, 
	started_at BIGINT, 
	paused_at BIGINT, 
	ended_at BIGINT, 
	published_at BIGINT, 
	lead_id VARCHAR(12), 
	salt VARCHAR(32) NOT NULL, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_drill PRIMARY KEY (id), 
	CONSTRAINT fk_drill_lead_id_account FOREIGN KEY(lead_id) REFERENCES account (id), 
	CONSTRAINT fk_drill_scenario_digest_scenario_file FOREIGN KEY(scenario_digest) REFERENCES scenario_file (digest)
);
INSERT INTO "drill" VALUES('vgb9nmuej4jb','Simulacro','65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354','es','UTC','paused',0,0,1,0,3600000,420000,NULL,1,1772455020000,1772454600000,1772455020000,NULL,NULL,'ctzvxbatzysh','9d77fe73902707de713fc369580bfd02',1772454600000);
CREATE TABLE feed (
	reader VARCHAR(40) NOT NULL, 
	n INTEGER NOT NULL, 
	stream VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_feed PRIMARY KEY (reader, n), 
	CONSTRAINT fk_feed_stream_seq_log FOREIGN KEY(stream, seq) REFERENCES log (stream, seq)
);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',1,'drill:vgb9nmuej4jb',1);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',2,'drill:vgb9nmuej4jb',2);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',3,'drill:vgb9nmuej4jb',3);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',1,'drill:vgb9nmuej4jb',4);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',4,'drill:vgb9nmuej4jb',4);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',2,'drill:vgb9nmuej4jb',5);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',5,'drill:vgb9nmuej4jb',5);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',3,'drill:vgb9nmuej4jb',6);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',6,'drill:vgb9nmuej4jb',6);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',4,'drill:vgb9nmuej4jb',7);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',7,'drill:vgb9nmuej4jb',7);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',1,'drill:vgb9nmuej4jb',8);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',8,'drill:vgb9nmuej4jb',8);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',2,'drill:vgb9nmuej4jb',9);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',9,'drill:vgb9nmuej4jb',9);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',3,'drill:vgb9nmuej4jb',10);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',10,'drill:vgb9nmuej4jb',10);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',4,'drill:vgb9nmuej4jb',11);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',11,'drill:vgb9nmuej4jb',11);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',5,'drill:vgb9nmuej4jb',12);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',5,'drill:vgb9nmuej4jb',12);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',12,'drill:vgb9nmuej4jb',12);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',6,'drill:vgb9nmuej4jb',13);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',13,'drill:vgb9nmuej4jb',13);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',6,'drill:vgb9nmuej4jb',14);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',14,'drill:vgb9nmuej4jb',14);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',7,'drill:vgb9nmuej4jb',15);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',15,'drill:vgb9nmuej4jb',15);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',7,'drill:vgb9nmuej4jb',16);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',16,'drill:vgb9nmuej4jb',16);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',8,'drill:vgb9nmuej4jb',17);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',17,'drill:vgb9nmuej4jb',17);
INSERT INTO "feed" VALUES('team:be9w9csvaqa6',9,'drill:vgb9nmuej4jb',18);
INSERT INTO "feed" VALUES('team:y3qhwnt2esca',8,'drill:vgb9nmuej4jb',18);
INSERT INTO "feed" VALUES('staff:vgb9nmuej4jb',18,'drill:vgb9nmuej4jb',18);
CREATE TABLE flag (
	team_id VARCHAR(12) NOT NULL, 
	flag VARCHAR(64) NOT NULL, 
	set_at BIGINT NOT NULL, 
	CONSTRAINT pk_flag PRIMARY KEY (team_id, flag), 
	CONSTRAINT fk_flag_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE grant (
	id VARCHAR(12) NOT NULL, 
	account_id VARCHAR(12) NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	scope VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_grant PRIMARY KEY (id), 
	CONSTRAINT fk_grant_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT uq_grant_account_id_role_scope UNIQUE (account_id, role, scope)
);
INSERT INTO "grant" VALUES('xkxpctwcm7ep','ctzvxbatzysh','facilitator','all');
INSERT INTO "grant" VALUES('s826pj72smp7','usxx9b6tv9d8','evaluator','all');
INSERT INTO "grant" VALUES('xn2wqbgu56h4','zneg78bu2n6w','evaluator','all');
INSERT INTO "grant" VALUES('urvzsthkg7v6','ktetryzvrk6t','organizer','all');
INSERT INTO "grant" VALUES('6hjmg45w3vew','29vhfjt74em8','observer','all');
INSERT INTO "grant" VALUES('7n387byn4beg','ctzvxbatzysh','facilitator','drill:vgb9nmuej4jb');
CREATE TABLE hotwash_note (
	team_id VARCHAR(12) NOT NULL, 
	question INTEGER NOT NULL, 
	participant_id VARCHAR(12) NOT NULL, 
	text VARCHAR(2000) NOT NULL, 
	CONSTRAINT pk_hotwash_note PRIMARY KEY (team_id, question, participant_id), 
	CONSTRAINT fk_hotwash_note_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id), 
	CONSTRAINT fk_hotwash_note_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE log (
	stream VARCHAR(40) NOT NULL, 
	seq INTEGER NOT NULL, 
	drill_time BIGINT, 
	wall_time BIGINT NOT NULL, 
	actor VARCHAR(40) NOT NULL, 
	team VARCHAR(12), 
	kind VARCHAR(40) NOT NULL, 
	payload JSON NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_log PRIMARY KEY (stream, seq)
);
INSERT INTO "log" VALUES('house',1,NULL,1772454600000,'program',NULL,'account_created','{"account": "ctzvxbatzysh"}','3c0bb81fe7deed9ca0d29450a2e5bf75b79bff32c5b87e71f9982ed21093df97');
INSERT INTO "log" VALUES('house',2,NULL,1772454600000,'program',NULL,'role_granted','{"account": "ctzvxbatzysh", "role": "facilitator", "scope": "all"}','692f836b174e692d683e3fe425cc6cd35cc5604c1e0c25bfa91c70186721acdd');
INSERT INTO "log" VALUES('house',3,NULL,1772454600000,'program',NULL,'session_opened','{"account": "ctzvxbatzysh"}','1a2542f464b3a289b4ee48ea47b1857f438baf3fcd9051a3d0ceac2124f80d29');
INSERT INTO "log" VALUES('house',4,NULL,1772454600000,'program',NULL,'account_created','{"account": "usxx9b6tv9d8"}','eb54e9b88f7c868013ac5b461c9eb9f94b2240ea341fc320787eb3f1241fb535');
INSERT INTO "log" VALUES('house',5,NULL,1772454600000,'program',NULL,'role_granted','{"account": "usxx9b6tv9d8", "role": "evaluator", "scope": "all"}','8943501491f439398b9f3d0d1c818592da64fe67e7fa13ad8978b4781ce45bb7');
INSERT INTO "log" VALUES('house',6,NULL,1772454600000,'program',NULL,'session_opened','{"account": "usxx9b6tv9d8"}','cf86878a79d72203c1d72d05f78e78277bb6e353cfa5be06ae4ae299c6470dd7');
INSERT INTO "log" VALUES('house',7,NULL,1772454600000,'program',NULL,'account_created','{"account": "zneg78bu2n6w"}','ad2d18a68c39b7d3a5909b28791c4d28df760d313e5a0beb9e267486d68d434a');
INSERT INTO "log" VALUES('house',8,NULL,1772454600000,'program',NULL,'role_granted','{"account": "zneg78bu2n6w", "role": "evaluator", "scope": "all"}','ac41839a95f18a987566a8236cee1cfc12516f4cd2715b0af914e6b359dd23cc');
INSERT INTO "log" VALUES('house',9,NULL,1772454600000,'program',NULL,'session_opened','{"account": "zneg78bu2n6w"}','ad9e339d4fdd181a74a7dafe5222625bf972e0907464741b5d4a5c098f5c3280');
INSERT INTO "log" VALUES('house',10,NULL,1772454600000,'program',NULL,'account_created','{"account": "ktetryzvrk6t"}','29feba4ff4ac9b7b780d9e71b8b4d49f854bb414eccf72dc0d493b5c1222617c');
INSERT INTO "log" VALUES('house',11,NULL,1772454600000,'program',NULL,'role_granted','{"account": "ktetryzvrk6t", "role": "organizer", "scope": "all"}','401c511e2970ed559c73314f75795c1f8be6739e0d369dc7e3cca8b376824237');
INSERT INTO "log" VALUES('house',12,NULL,1772454600000,'program',NULL,'session_opened','{"account": "ktetryzvrk6t"}','ca22343f6c972ef554a9b50b49b21fd2726624a7c00c0931d218fc27d66e8cb9');
INSERT INTO "log" VALUES('house',13,NULL,1772454600000,'program',NULL,'account_created','{"account": "29vhfjt74em8"}','8eb539fe44db281ce0f57f23e91e01a7156d0b7a31af01293a59017c02100c1f');
INSERT INTO "log" VALUES('house',14,NULL,1772454600000,'program',NULL,'role_granted','{"account": "29vhfjt74em8", "role": "observer", "scope": "all"}','097bb4cfb39845cf8b63e2a9f6353103ca5f54135136774102904d7d5ae56948');
INSERT INTO "log" VALUES('house',15,NULL,1772454600000,'program',NULL,'session_opened','{"account": "29vhfjt74em8"}','31f4925a6ef5bb4a59ba036dd846ff408983f3ce533cdee108af20579f11eb73');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',1,0,1772454600000,'account:ctzvxbatzysh',NULL,'drill_created','{"scenario": "test", "version": "1", "digest": "65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354"}','a998daf87ce4d7327f6a468a8c36e1217e4f87fd69bd3409cceb71b3a450d270');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',2,0,1772454600000,'account:ctzvxbatzysh','be9w9csvaqa6','team_added','{}','54bfa8fda887d1cf981c90fc7b1a25add32091c2341d9ffe3078ddb32a604b71');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',3,0,1772454600000,'account:ctzvxbatzysh','y3qhwnt2esca','team_added','{}','2d5ac1587d643ea4b20c201642605f73b9820e6841b881edc56c4a23cd35f19a');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',4,0,1772454600000,'nobody','be9w9csvaqa6','participant_joined','{"participant": "t7pzbnjkzjs6", "name": "dde1c036209d95163b70ae40936168729988b181b091f6a76a703cfea4dad7d3"}','e801bbe52e4b02574c2773c1e3b508f3c7aa63118678c25d89af76815bf2c55a');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',5,0,1772454600000,'nobody','be9w9csvaqa6','seats_taken','{"participant": "t7pzbnjkzjs6", "seats": ["lead"]}','1f5261f600de5005a32effa4990f22a58e215e473ca15afae6babb6f208bcb7d');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',6,0,1772454600000,'nobody','be9w9csvaqa6','participant_joined','{"participant": "3xd6xbdgrj39", "name": "c9308e8bd9ad8426970fca5d28fde1c52a3c6b87185e8c9cacf9bd349c8e09b6"}','231ddfaf9cdeb6164aee0cce17ea562e669f319821392ac0c430ca14c22f815a');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',7,0,1772454600000,'nobody','be9w9csvaqa6','seats_taken','{"participant": "3xd6xbdgrj39", "seats": ["technical"]}','dd10d6c96bd2c69d7d126ce3b053bb1ff4d2c28e3a171d48c9d3042b0e031c3e');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',8,0,1772454600000,'nobody','y3qhwnt2esca','participant_joined','{"participant": "z9mdqrsabgby", "name": "1720f67096de7d340f5446e12377cf881b12eaa9a7b7f2298a55f77847af215b"}','159e17b08bd857616d8bb69824eb892e82c8b79d8056195a9f01f800437abd87');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',9,0,1772454600000,'nobody','y3qhwnt2esca','seats_taken','{"participant": "z9mdqrsabgby", "seats": ["lead"]}','bb8d207a91a3bc6813e535ef7f4d7235248ae05fa08b5008b612dbc85ac803f6');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',10,0,1772454600000,'nobody','y3qhwnt2esca','participant_joined','{"participant": "6urjsftu3vuw", "name": "1f74e683b0ae1bbc36721e87907a23baaf51bf4b3d7a007b33003677ab087a67"}','c37cdea09e8bc129c09ee1fb977365b375fdba4d6f7d4192572907e7d0a5d2cb');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',11,0,1772454600000,'nobody','y3qhwnt2esca','seats_taken','{"participant": "6urjsftu3vuw", "seats": ["communications"]}','df65aa8a8c801f9b306e18044a9f41a0c464890dd02f2f9934a7fb59341e1397');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',12,0,1772454600000,'account:ctzvxbatzysh',NULL,'drill_started','{}','c300465225e8f034d0f9c6445ff24c13b493df31a3e893a51f2c1a977d0dfa2d');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',13,300000,1772454900000,'program','be9w9csvaqa6','inject_delivered','{"inject": "01", "late": false}','6a6e5290c12dabd962b14cdbb4de913e018deb9a8a9bdba3d2a98fc4e17dd9f6');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',14,300000,1772454900000,'program','y3qhwnt2esca','inject_delivered','{"inject": "01", "late": false}','b5b65811c170066da97f48cf3e7776f2b9803af6cf15b1bbbf9eb6c060cd0268');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',15,360000,1772454960000,'program','be9w9csvaqa6','inject_delivered','{"inject": "02", "late": false}','c171d14044f9249b915874b7df9fb949003a9bac2d0b0b9be47fb2902581551a');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',16,360000,1772454960000,'program','y3qhwnt2esca','inject_delivered','{"inject": "02", "late": false}','c087db917fcaf1183dc16a012cf7ca3c0553ead7e1179730606d1e3cf629b202');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',17,360000,1772454960000,'participant:t7pzbnjkzjs6','be9w9csvaqa6','response_received','{"inject": "01", "response": "gspd8y9hhv3u", "version": 1, "digest": "a679dbbf0ad232ce217fb44c593b8c16fb787139582cc12a9096fcb0a94d9ddd"}','22da05135a42b1f3e7c6a211e2676ea0627eb6014dd8751af7fb66a99c9110aa');
INSERT INTO "log" VALUES('drill:vgb9nmuej4jb',18,420000,1772455020000,'account:ctzvxbatzysh',NULL,'drill_paused','{}','d496a2ed96af2382f913ac069884b77f23488f328bfa9fc15aa539a014a79b5d');
CREATE TABLE one_use_link (
	token_digest VARCHAR(64) NOT NULL, 
	purpose VARCHAR(20) NOT NULL, 
	account_id VARCHAR(12), 
	expires_at BIGINT NOT NULL, 
	used_at BIGINT, 
	CONSTRAINT pk_one_use_link PRIMARY KEY (token_digest), 
	CONSTRAINT fk_one_use_link_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "one_use_link" VALUES('2d2824e2da26b050bca814e6202ce85a072e2e05260332e89ee66f978b1c1624','invite','ctzvxbatzysh',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('e509bfd597af4384881bd3dfdf4d88d8f24d7eed467f5bfb7df20d3fa43ea464','invite','usxx9b6tv9d8',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('d700367aa61cf17dd29f8c74447d029d47074cc61e525a50a8b9d1cf436f63c4','invite','zneg78bu2n6w',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('41c98c50f61c67793c3ef9b417a19f764b36dda79c79fcfdc2ee563afa2c78a2','invite','ktetryzvrk6t',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('8d4f9e4602d1dc0cf8b55012105f56366251d8fda7483ea7ab211404a02956b4','invite','29vhfjt74em8',1773059400000,NULL);
CREATE TABLE "order" (
	id VARCHAR(12) NOT NULL, 
	drill_id VARCHAR(12) NOT NULL, 
	verb VARCHAR(20) NOT NULL, 
	inject VARCHAR(64) NOT NULL, 
	teams JSON NOT NULL, 
	unmet JSON NOT NULL, 
	reason VARCHAR(40), 
	actor VARCHAR(40) NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	runs_at BIGINT NOT NULL, 
	CONSTRAINT pk_order PRIMARY KEY (id), 
	CONSTRAINT fk_order_drill_id_drill FOREIGN KEY(drill_id) REFERENCES drill (id)
);
CREATE TABLE participant (
	id VARCHAR(12) NOT NULL, 
	team_id VARCHAR(12) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	language VARCHAR(12) NOT NULL, 
	return_digest VARCHAR(64) NOT NULL, 
	short_code VARCHAR(8) NOT NULL, 
	salt VARCHAR(32) NOT NULL, 
	bot BOOLEAN NOT NULL, 
	away_since BIGINT, 
	joined_at BIGINT NOT NULL, 
	removed_at BIGINT, 
	CONSTRAINT pk_participant PRIMARY KEY (id), 
	CONSTRAINT fk_participant_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT uq_participant_return_digest UNIQUE (return_digest)
);
INSERT INTO "participant" VALUES('t7pzbnjkzjs6','be9w9csvaqa6','Beatriz','es','36644f17942aeedd63a5271acfab6f0180af89fe2d58b643bdd683cda0082482','5m4h93','2e3e70c374b6c7959d9a4bbedaf94362',0,1772454600000,1772454600000,NULL);
INSERT INTO "participant" VALUES('3xd6xbdgrj39','be9w9csvaqa6','Bruna','pt','4b9f343cb85c76dd9c6c7307ee27e85da143c580656c2d54614d9885ba760654','3d2zj8','483010443cf9b7db92d8f2ecfcab6333',0,1772454600000,1772454600000,NULL);
INSERT INTO "participant" VALUES('z9mdqrsabgby','y3qhwnt2esca','Gwen','en','70e31716fc1c2bdd768eedc119722fe0f209bbeb62392ba1912fff7be8dcaa6c','k6w88g','5ab031d7821f668b8cf476df7b37dfdf',0,1772454600000,1772454600000,NULL);
INSERT INTO "participant" VALUES('6urjsftu3vuw','y3qhwnt2esca','Giselle','fr','7b0de6851db0d13441398ffda5d2579dd2d6401f22caf631a6ca506c73afc97b','aq6rtk','927d7366cfcb84a6c08cc6d3ceffb68c',0,1772454600000,1772454600000,NULL);
CREATE TABLE rating (
	id VARCHAR(12) NOT NULL, 
	response_id VARCHAR(12) NOT NULL, 
	criterion VARCHAR(64) NOT NULL, 
	account_id VARCHAR(12) NOT NULL, 
	version INTEGER NOT NULL, 
	current BOOLEAN NOT NULL, 
	level VARCHAR(40), 
	sentence VARCHAR(1000) NOT NULL, 
	given_at BIGINT NOT NULL, 
	CONSTRAINT pk_rating PRIMARY KEY (id), 
	CONSTRAINT fk_rating_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_rating_response_id_response FOREIGN KEY(response_id) REFERENCES response (id), 
	CONSTRAINT uq_rating_response_id_criterion_account_id_version UNIQUE (response_id, criterion, account_id, version)
);
CREATE TABLE reader (
	name VARCHAR(40) NOT NULL, 
	n BIGINT NOT NULL, 
	CONSTRAINT pk_reader PRIMARY KEY (name)
);
INSERT INTO "reader" VALUES('staff:vgb9nmuej4jb',18);
INSERT INTO "reader" VALUES('team:be9w9csvaqa6',9);
INSERT INTO "reader" VALUES('team:y3qhwnt2esca',8);
CREATE TABLE response (
	id VARCHAR(12) NOT NULL, 
	delivery_id INTEGER NOT NULL, 
	client_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	state VARCHAR(12) NOT NULL, 
	current BOOLEAN NOT NULL, 
	participant_id VARCHAR(12), 
	entered_by VARCHAR(12), 
	content JSON NOT NULL, 
	salt VARCHAR(32) NOT NULL, 
	typed_at BIGINT, 
	received_at BIGINT NOT NULL, 
	received_wall BIGINT NOT NULL, 
	CONSTRAINT pk_response PRIMARY KEY (id), 
	CONSTRAINT fk_response_delivery_id_delivery FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_response_entered_by_account FOREIGN KEY(entered_by) REFERENCES account (id), 
	CONSTRAINT fk_response_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id), 
	CONSTRAINT uq_response_delivery_id_client_id UNIQUE (delivery_id, client_id), 
	CONSTRAINT uq_response_delivery_id_version UNIQUE (delivery_id, version)
);
INSERT INTO "response" VALUES('gspd8y9hhv3u',1,'r-beatriz',1,'counted',1,'t7pzbnjkzjs6',NULL,'{"text": "Avisamos a direcci\u00f3n."}','0f8fcc2f578fdfed98025a8fb92e65ce',NULL,360000,1772454960000);
CREATE TABLE scenario_file (
	digest VARCHAR(64) NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_scenario_file PRIMARY KEY (digest)
);
INSERT INTO "scenario_file" VALUES('65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354',X'666F726D61743A20310A69643A20746573740A6C616E6775616765733A0A2D2065730A2D2070740A2D20656E0A2D2066720A7469746C653A205072756562610A6475726174696F6E3A2036306D0A72617465643A20747275650A73656174733A0A20206C6561643A0A202020207469746C653A204A6566610A2020746563686E6963616C3A0A202020207469746C653A2054C3A9636E6963610A202020206465707574793A20747275650A2020636F6D6D756E69636174696F6E733A0A202020207469746C653A20436F6D756E6963616369C3B36E0A7275627269633A0A20206C6576656C733A0A20202D20550A20202D204D0A20202D20530A20202D20500A202063726974657269613A0A2020202043313A0A2020202020207469746C653A20446563696469720A2020202020207765696768743A2036300A2020202020206C6576656C733A202669643030310A2020202020202020553A206E6976656C20550A20202020202020204D3A206E6976656C204D0A2020202020202020533A206E6976656C20530A2020202020202020503A206E6976656C20500A2020202043323A0A2020202020207469746C653A204578706C696361720A2020202020207765696768743A2034300A2020202020206C6576656C733A202A69643030310A666C6167733A0A202069736F6C617465643A206169736C61646F0A2020706169643A2070616761646F0A686F74776173683A0A2D20C2BF5175C3A92073616C69C3B3206269656E3F0A696E6A656374733A0A2D2069643A20273031270A20207469746C653A20496E6A6563742030310A202061743A20356D0A202061736B3A0A202020206B696E643A20746578740A202020206475653A2032306D0A2020202063726974657269613A0A202020202D2043310A202020202D2043320A2D2069643A20273032270A20207469746C653A20496E6A6563742030320A202061743A20366D0A2D2069643A20273033270A20207469746C653A20496E6A6563742030330A202061736B3A0A202020206B696E643A20746578740A202020206475653A2031306D0A2020202063726974657269613A0A202020202D2043310A202020202D2043320A202061743A2033306D0A');
CREATE TABLE seat_holder (
	team_id VARCHAR(12) NOT NULL, 
	seat VARCHAR(64) NOT NULL, 
	participant_id VARCHAR(12) NOT NULL, 
	lead BOOLEAN NOT NULL, 
	CONSTRAINT pk_seat_holder PRIMARY KEY (team_id, seat, participant_id), 
	CONSTRAINT fk_seat_holder_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id), 
	CONSTRAINT fk_seat_holder_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "seat_holder" VALUES('be9w9csvaqa6','lead','t7pzbnjkzjs6',1);
INSERT INTO "seat_holder" VALUES('be9w9csvaqa6','technical','3xd6xbdgrj39',0);
INSERT INTO "seat_holder" VALUES('y3qhwnt2esca','lead','z9mdqrsabgby',1);
INSERT INTO "seat_holder" VALUES('y3qhwnt2esca','communications','6urjsftu3vuw',0);
CREATE TABLE setting (
	name VARCHAR(40) NOT NULL, 
	value VARCHAR(400) NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
);
CREATE TABLE stream (
	name VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_stream PRIMARY KEY (name)
);
INSERT INTO "stream" VALUES('house',15,'31f4925a6ef5bb4a59ba036dd846ff408983f3ce533cdee108af20579f11eb73');
INSERT INTO "stream" VALUES('drill:vgb9nmuej4jb',18,'d496a2ed96af2382f913ac069884b77f23488f328bfa9fc15aa539a014a79b5d');
CREATE TABLE team (
	id VARCHAR(12) NOT NULL, 
	drill_id VARCHAR(12) NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	code VARCHAR(12) NOT NULL, 
	blind_code VARCHAR(6) NOT NULL, 
	language VARCHAR(12) NOT NULL, 
	bot BOOLEAN NOT NULL, 
	online BOOLEAN NOT NULL, 
	contact_at BIGINT, 
	hotwash_at BIGINT, 
	CONSTRAINT pk_team PRIMARY KEY (id), 
	CONSTRAINT fk_team_drill_id_drill FOREIGN KEY(drill_id) REFERENCES drill (id), 
	CONSTRAINT uq_team_code UNIQUE (code), 
	CONSTRAINT uq_team_drill_id_blind_code UNIQUE (drill_id, blind_code), 
	CONSTRAINT uq_team_drill_id_name UNIQUE (drill_id, name)
);
INSERT INTO "team" VALUES('be9w9csvaqa6','vgb9nmuej4jb',0,'Azul','ajhqqcp3g8','M6','es',0,0,NULL,NULL);
INSERT INTO "team" VALUES('y3qhwnt2esca','vgb9nmuej4jb',1,'Verde','7skjb9xx3s','U3','en',0,0,NULL,NULL);
CREATE TABLE web_session (
	token_digest VARCHAR(64) NOT NULL, 
	account_id VARCHAR(12), 
	participant_id VARCHAR(12), 
	created_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	CONSTRAINT pk_web_session PRIMARY KEY (token_digest), 
	CONSTRAINT fk_web_session_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_web_session_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id)
);
INSERT INTO "web_session" VALUES('be4135d6deb76d7efb14bb25e0f30b66b70e710a34532e5e8afc14714eae43e7','ctzvxbatzysh',NULL,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('d0cba514b877991b742f91e8d182443a115bb1f3fc5db1e1fc0ca5e40c0ced83','usxx9b6tv9d8',NULL,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('4f839c90e0a0171ac4d6a9a5d62fe5c8f6c4df6c9508a35180fbea2b1072def8','zneg78bu2n6w',NULL,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('188bcf13280bbaf0f362fadc45b0be9da6a9b8decfb818d5009190e8c6b96b14','ktetryzvrk6t',NULL,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('709802323fd81dedad7d1e020e3c05c72a1b7f6d878f157b3eefde090760ab38','29vhfjt74em8',NULL,1772454600000,1772505000000,NULL);
CREATE INDEX ix_grant_account_id ON grant (account_id);
CREATE INDEX ix_order_waiting ON "order" (state, runs_at);
CREATE INDEX ix_team_drill_id ON team (drill_id);
CREATE INDEX ix_delivery_closing ON delivery (drill_id, state, closes_at);
CREATE INDEX ix_delivery_due ON delivery (drill_id, state, due_at);
CREATE INDEX ix_participant_team_id ON participant (team_id);
CREATE INDEX ix_response_delivery_id ON response (delivery_id);
CREATE UNIQUE INDEX uq_seat_holder_lead ON seat_holder (team_id) WHERE lead;
CREATE INDEX ix_web_session_account_id ON web_session (account_id);
CREATE INDEX ix_web_session_participant_id ON web_session (participant_id);
CREATE INDEX ix_rating_response_id ON rating (response_id);
CREATE UNIQUE INDEX uq_rating_current ON rating (response_id, criterion, account_id) WHERE current;
COMMIT;
