BEGIN TRANSACTION;
CREATE TABLE account (
	id VARCHAR(12) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	language VARCHAR(12) NOT NULL, 
	password_hash VARCHAR(200), 
	bot BOOLEAN NOT NULL, 
	disabled_at BIGINT, 
	created_at BIGINT NOT NULL, totp_secret VARCHAR(64), totp_since BIGINT, totp_step BIGINT, erased_at BIGINT, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT uq_account_email UNIQUE (email)
);
INSERT INTO "account" VALUES('s49u3d3z27xz','fatima@ministry.example','Fátima','es',NULL,0,NULL,1772454600000,NULL,NULL,NULL,NULL);
INSERT INTO "account" VALUES('hdnhkrurpmhg','edo@ministry.example','Edo','es',NULL,0,NULL,1772454600000,NULL,NULL,NULL,NULL);
INSERT INTO "account" VALUES('qjg5bxjv5mds','eun@ministry.example','Eun','en',NULL,0,NULL,1772454600000,NULL,NULL,NULL,NULL);
INSERT INTO "account" VALUES('e6hvf7hzk72q','olga@ministry.example','Olga','pt',NULL,0,NULL,1772454600000,NULL,NULL,NULL,NULL);
INSERT INTO "account" VALUES('5jcbb44gwxhw','olu@ministry.example','Olu','en',NULL,0,NULL,1772454600000,NULL,NULL,NULL,NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE api_token (
	id VARCHAR(12) NOT NULL, 
	token_digest VARCHAR(64) NOT NULL, 
	account_id VARCHAR(12) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	scopes JSON NOT NULL, 
	drill_id VARCHAR(12), 
	created_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	used_at BIGINT, 
	revoked_at BIGINT, 
	CONSTRAINT pk_api_token PRIMARY KEY (id), 
	CONSTRAINT fk_api_token_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_api_token_drill_id_drill FOREIGN KEY(drill_id) REFERENCES drill (id), 
	CONSTRAINT uq_api_token_token_digest UNIQUE (token_digest)
);
CREATE TABLE attachment_file (
	scenario_digest VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_attachment_file PRIMARY KEY (scenario_digest, name), 
	CONSTRAINT fk_attachment_file_scenario_digest_scenario_file FOREIGN KEY(scenario_digest) REFERENCES scenario_file (digest)
);
CREATE TABLE consent (
	id VARCHAR(12) NOT NULL, 
	participant_id VARCHAR(12) NOT NULL, 
	purpose VARCHAR(20) NOT NULL, 
	notice VARCHAR(12) NOT NULL, 
	given_at BIGINT NOT NULL, 
	withdrawn_at BIGINT, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT fk_consent_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id)
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
INSERT INTO "delivery" VALUES(1,'w4ucunq3v9pt','3swwnmh844um','01',0,'answered',NULL,0,0,300000,300000,NULL,NULL,360000,1500000,1560000,NULL);
INSERT INTO "delivery" VALUES(2,'w4ucunq3v9pt','3swwnmh844um','02',1,'delivered',NULL,0,0,360000,360000,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery" VALUES(3,'w4ucunq3v9pt','3swwnmh844um','03',2,'planned',NULL,0,0,1800000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery" VALUES(4,'w4ucunq3v9pt','pxttwmb85g3m','01',0,'delivered',NULL,0,0,300000,300000,NULL,NULL,NULL,1500000,1560000,NULL);
INSERT INTO "delivery" VALUES(5,'w4ucunq3v9pt','pxttwmb85g3m','02',1,'delivered',NULL,0,0,360000,360000,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery" VALUES(6,'w4ucunq3v9pt','pxttwmb85g3m','03',2,'planned',NULL,0,0,1800000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE departure (
	id INTEGER NOT NULL, 
	actor VARCHAR(40) NOT NULL, 
	session_id VARCHAR(12), 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_departure PRIMARY KEY (id)
);
CREATE TABLE "draft" (
	delivery_id INTEGER NOT NULL, 
	content JSON NOT NULL, 
	participant_id VARCHAR(12), 
	saved_at BIGINT NOT NULL, 
	proposed_at BIGINT, 
	stood JSON, 
	stood_by VARCHAR(12), 
	CONSTRAINT pk_draft PRIMARY KEY (delivery_id), 
	CONSTRAINT fk_draft_delivery_id_delivery FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_draft_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id), 
	CONSTRAINT fk_draft_stood_by_participant FOREIGN KEY(stood_by) REFERENCES participant (id)
);
INSERT INTO "draft" VALUES(1,'{"text": "Avisamos a direcci\u00f3n."}','ncs9uq34jxmg',360000,NULL,NULL,NULL);
INSERT INTO "draft" VALUES(4,'{"text": "On coupe le r\u00e9seau."}','qjye4jvzevdf',360000,NULL,NULL,NULL);
CREATE TABLE "drill" (
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
	programme_id VARCHAR(12), 
	guessed_at BIGINT, 
	guesses INTEGER, 
	keep_until BIGINT, 
	CONSTRAINT pk_drill PRIMARY KEY (id), 
	CONSTRAINT fk_drill_scenario_digest_scenario_file FOREIGN KEY(scenario_digest) REFERENCES scenario_file (digest), 
	CONSTRAINT fk_drill_lead_id_account FOREIGN KEY(lead_id) REFERENCES account (id), 
	CONSTRAINT fk_drill_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id)
);
INSERT INTO "drill" VALUES('w4ucunq3v9pt','Simulacro','65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354','es','UTC','paused',0,0,1,0,3600000,420000,NULL,1,1772455020000,1772454600000,1772455020000,NULL,NULL,'s49u3d3z27xz','767b6e5d23a880f65a113d25edb162af',1772454600000,NULL,NULL,NULL,NULL);
CREATE TABLE feed (
	reader VARCHAR(40) NOT NULL, 
	n INTEGER NOT NULL, 
	stream VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_feed PRIMARY KEY (reader, n), 
	CONSTRAINT fk_feed_stream_seq_log FOREIGN KEY(stream, seq) REFERENCES log (stream, seq)
);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',1,'drill:w4ucunq3v9pt',1);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',2,'drill:w4ucunq3v9pt',2);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',3,'drill:w4ucunq3v9pt',3);
INSERT INTO "feed" VALUES('team:3swwnmh844um',1,'drill:w4ucunq3v9pt',4);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',4,'drill:w4ucunq3v9pt',4);
INSERT INTO "feed" VALUES('team:3swwnmh844um',2,'drill:w4ucunq3v9pt',6);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',5,'drill:w4ucunq3v9pt',6);
INSERT INTO "feed" VALUES('team:3swwnmh844um',3,'drill:w4ucunq3v9pt',7);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',6,'drill:w4ucunq3v9pt',7);
INSERT INTO "feed" VALUES('team:3swwnmh844um',4,'drill:w4ucunq3v9pt',9);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',7,'drill:w4ucunq3v9pt',9);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',1,'drill:w4ucunq3v9pt',10);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',8,'drill:w4ucunq3v9pt',10);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',2,'drill:w4ucunq3v9pt',12);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',9,'drill:w4ucunq3v9pt',12);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',3,'drill:w4ucunq3v9pt',13);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',10,'drill:w4ucunq3v9pt',13);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',4,'drill:w4ucunq3v9pt',15);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',11,'drill:w4ucunq3v9pt',15);
INSERT INTO "feed" VALUES('team:3swwnmh844um',5,'drill:w4ucunq3v9pt',16);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',5,'drill:w4ucunq3v9pt',16);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',12,'drill:w4ucunq3v9pt',16);
INSERT INTO "feed" VALUES('team:3swwnmh844um',6,'drill:w4ucunq3v9pt',17);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',13,'drill:w4ucunq3v9pt',17);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',6,'drill:w4ucunq3v9pt',18);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',14,'drill:w4ucunq3v9pt',18);
INSERT INTO "feed" VALUES('team:3swwnmh844um',7,'drill:w4ucunq3v9pt',19);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',15,'drill:w4ucunq3v9pt',19);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',7,'drill:w4ucunq3v9pt',20);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',16,'drill:w4ucunq3v9pt',20);
INSERT INTO "feed" VALUES('team:3swwnmh844um',8,'drill:w4ucunq3v9pt',21);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',17,'drill:w4ucunq3v9pt',21);
INSERT INTO "feed" VALUES('team:3swwnmh844um',9,'drill:w4ucunq3v9pt',22);
INSERT INTO "feed" VALUES('team:pxttwmb85g3m',8,'drill:w4ucunq3v9pt',22);
INSERT INTO "feed" VALUES('staff:w4ucunq3v9pt',18,'drill:w4ucunq3v9pt',22);
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
INSERT INTO "grant" VALUES('pvn2kkx4ptrg','s49u3d3z27xz','facilitator','all');
INSERT INTO "grant" VALUES('ugk8uge3cspd','hdnhkrurpmhg','evaluator','all');
INSERT INTO "grant" VALUES('8ejrazeczsmv','qjg5bxjv5mds','evaluator','all');
INSERT INTO "grant" VALUES('vhah9bxsnruc','e6hvf7hzk72q','organizer','all');
INSERT INTO "grant" VALUES('2d5pdatuwwn8','5jcbb44gwxhw','observer','all');
INSERT INTO "grant" VALUES('bq38nqsyjpmm','s49u3d3z27xz','facilitator','drill:w4ucunq3v9pt');
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
INSERT INTO "log" VALUES('house',1,NULL,1772454600000,'program',NULL,'account_created','{"account": "s49u3d3z27xz"}','e5448f0ed9be6f88898d38cd339d63d71ad11345de184766524acc5d134b354a');
INSERT INTO "log" VALUES('house',2,NULL,1772454600000,'program',NULL,'role_granted','{"account": "s49u3d3z27xz", "role": "facilitator", "scope": "all"}','6e461a19f9df56370b42fe8abf7e2ce672bd20c66ee91273ff8cda438d548e2d');
INSERT INTO "log" VALUES('house',3,NULL,1772454600000,'program',NULL,'session_opened','{"account": "s49u3d3z27xz"}','7e06e0445ca90b2abf61033386876a9e680c5bee7bb3e680ace1ffebb8620bbf');
INSERT INTO "log" VALUES('house',4,NULL,1772454600000,'program',NULL,'account_created','{"account": "hdnhkrurpmhg"}','4dbc4a0f581ba84e025ac3abf805e0399ba3832df7d106df1cdee943c9c5d0f8');
INSERT INTO "log" VALUES('house',5,NULL,1772454600000,'program',NULL,'role_granted','{"account": "hdnhkrurpmhg", "role": "evaluator", "scope": "all"}','23075d941c83acedf84e40eecc0ae1ad74e9c199b4c80e2a5c4da5304875875f');
INSERT INTO "log" VALUES('house',6,NULL,1772454600000,'program',NULL,'session_opened','{"account": "hdnhkrurpmhg"}','cf7cea27e3ce81d3cbbad88cc8ab4269acca6c0745fe56f4a750a8c2e010f3ca');
INSERT INTO "log" VALUES('house',7,NULL,1772454600000,'program',NULL,'account_created','{"account": "qjg5bxjv5mds"}','7692579ef1bdd42b56bcb5c4a31fb9e8b306cd55b5b8dc9bda70e36284ce9fcf');
INSERT INTO "log" VALUES('house',8,NULL,1772454600000,'program',NULL,'role_granted','{"account": "qjg5bxjv5mds", "role": "evaluator", "scope": "all"}','8d04c3c5d5c7f716b23eda3177a21931e2ff1aced3062dad008dfde43efa031c');
INSERT INTO "log" VALUES('house',9,NULL,1772454600000,'program',NULL,'session_opened','{"account": "qjg5bxjv5mds"}','1372ac3d018d65deefcbd9363caf56467ac2ff81a1cd520d2f97db97cffcdb47');
INSERT INTO "log" VALUES('house',10,NULL,1772454600000,'program',NULL,'account_created','{"account": "e6hvf7hzk72q"}','2e4e1160d4049d3dcfc9a88e19c447bc314523cfead2272a904c17a288344ee8');
INSERT INTO "log" VALUES('house',11,NULL,1772454600000,'program',NULL,'role_granted','{"account": "e6hvf7hzk72q", "role": "organizer", "scope": "all"}','d3ee2c86dd25686a763fbf6a7291451840326920611be825fd2da8e216150adb');
INSERT INTO "log" VALUES('house',12,NULL,1772454600000,'program',NULL,'session_opened','{"account": "e6hvf7hzk72q"}','bf97903b9fd812ca7fc8ff772f5e84f483b6c2f1e44964609512e9234dada77b');
INSERT INTO "log" VALUES('house',13,NULL,1772454600000,'program',NULL,'account_created','{"account": "5jcbb44gwxhw"}','98b36ce48f8ec942b0ec0478de683a2ad4c6fdf702d52526e8ac6a8fe1cf37f7');
INSERT INTO "log" VALUES('house',14,NULL,1772454600000,'program',NULL,'role_granted','{"account": "5jcbb44gwxhw", "role": "observer", "scope": "all"}','f1b259b49c191fdf81aa2a2b9b88c744bd7c71b3786b559f440d6120dc72c691');
INSERT INTO "log" VALUES('house',15,NULL,1772454600000,'program',NULL,'session_opened','{"account": "5jcbb44gwxhw"}','f1a31aeb208319d60eb7cf9fe1b18c56d08a5e4275787c20b0654346b5fc92b8');
INSERT INTO "log" VALUES('house',16,NULL,1772454600000,'account:s49u3d3z27xz',NULL,'role_granted','{"account": "s49u3d3z27xz", "role": "facilitator", "scope": "drill:w4ucunq3v9pt"}','47a0ff11635cd0b19868349b1f068bb4631db1d370eb4dd1333f46407d047a93');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',1,0,1772454600000,'account:s49u3d3z27xz',NULL,'drill_created','{"scenario": "test", "version": "1", "digest": "65f2814b482bc431c1ab18f3be8e18bdf7288657f54ecd194d9b9e02e5da0354"}','3bb77fac5d8df4d76114c3d4a79abbca133a428216d58a460bc306f1d8a6230a');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',2,0,1772454600000,'account:s49u3d3z27xz','3swwnmh844um','team_added','{}','d11eb101ada5a7eaf66f101ac3612fb68cd366af966187d95ff70cf87b4f97b3');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',3,0,1772454600000,'account:s49u3d3z27xz','pxttwmb85g3m','team_added','{}','7b8785172a435aa2cf4ffe768f1895ffa817e8e39fb46deb12134cef34d73497');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',4,0,1772454600000,'nobody','3swwnmh844um','participant_joined','{"participant": "ncs9uq34jxmg", "name": "dd4dd364d25a629bb5c032a70db1fc809344f90deabc73ebae3f73892196d89f"}','929d7dc85067e9352f93ab0a334478a59ced101e64c9fdc3a7f1703ec4428857');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',5,0,1772454600000,'nobody','3swwnmh844um','notice_read','{"participant": "ncs9uq34jxmg", "notice": "2026-11"}','4a5bb482f84a215c9d59aefc244d4a826abb822243465834c153bb7961fd6ae0');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',6,0,1772454600000,'nobody','3swwnmh844um','seats_taken','{"participant": "ncs9uq34jxmg", "seats": ["lead"]}','31b6b4e9b123c619952437a6a82a47eee64c2c5922d25f59b8fd81568335592f');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',7,0,1772454600000,'nobody','3swwnmh844um','participant_joined','{"participant": "zjzabn8nqme5", "name": "70b4ec1fd7b525453058db98c2ee0a52d2267d6741fd38fa051552c60397a386"}','e97be556d688770ab7fdb0061a052f3859be1a84997bcd6c3bd92e3e3fe698dc');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',8,0,1772454600000,'nobody','3swwnmh844um','notice_read','{"participant": "zjzabn8nqme5", "notice": "2026-11"}','848be5309ec91bd4e8ca8edaf030cc55562b75d43db7d00cda8b91053e1abd47');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',9,0,1772454600000,'nobody','3swwnmh844um','seats_taken','{"participant": "zjzabn8nqme5", "seats": ["technical"]}','b7dd7482490e04d95cd6e2fa6b66e84147a0a47537e7d70b6b008c815b99eb43');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',10,0,1772454600000,'nobody','pxttwmb85g3m','participant_joined','{"participant": "mty9jq7ene9y", "name": "585397ef4dc6157f6379353ee523868d5a23f51a6945c8b00a07427eb30f67a1"}','dd5e4531134c653c96b2c2755ce9f453b3da9fb34704bee888a2932cb1f15042');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',11,0,1772454600000,'nobody','pxttwmb85g3m','notice_read','{"participant": "mty9jq7ene9y", "notice": "2026-11"}','9c59b0a187adbe4d6e70c85db9726172ff07cb7f6ff8dcf3ec60012824f52952');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',12,0,1772454600000,'nobody','pxttwmb85g3m','seats_taken','{"participant": "mty9jq7ene9y", "seats": ["lead"]}','65e57208e1ecb40da937a90b85d3494febd4ae08bebec4e344637430ec241bac');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',13,0,1772454600000,'nobody','pxttwmb85g3m','participant_joined','{"participant": "qjye4jvzevdf", "name": "c6552599077937047fb84e545fc4a47c9458124137b7d590200a8817bec54978"}','08bbac28eecd3f847f04717a76800c1887349d6ad41d0cc9858763ec1a461c64');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',14,0,1772454600000,'nobody','pxttwmb85g3m','notice_read','{"participant": "qjye4jvzevdf", "notice": "2026-11"}','a49fb3df5c38e4523442215faa71b86e404d8c86d27966b8621891c1d167d088');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',15,0,1772454600000,'nobody','pxttwmb85g3m','seats_taken','{"participant": "qjye4jvzevdf", "seats": ["communications"]}','1508db15d6f2c237880e9557db2336c0f27e77b98a476e17c2820e7d947f69dd');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',16,0,1772454600000,'account:s49u3d3z27xz',NULL,'drill_started','{}','ff71d6baa55ca2f574e841902f09f00ab601a36f1cea92a51d5ceb87fc5f5da1');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',17,300000,1772454900000,'program','3swwnmh844um','inject_delivered','{"inject": "01", "late": false}','cc35a89a34ae9664f56594aca4c0c72c36c752bc957332f90672519eaa74618d');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',18,300000,1772454900000,'program','pxttwmb85g3m','inject_delivered','{"inject": "01", "late": false}','316432d7e59feac67cce26f04f24cfd10195e7303e4404beeda147e75f256c91');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',19,360000,1772454960000,'program','3swwnmh844um','inject_delivered','{"inject": "02", "late": false}','fc67343dcb1e28947246c0674b8313728777fc026eddc45bfc177b77e6726b3e');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',20,360000,1772454960000,'program','pxttwmb85g3m','inject_delivered','{"inject": "02", "late": false}','a22e3336b95ccaf89a6b3927c013892b018959c1a5b40f35811c3afe1e983550');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',21,360000,1772454960000,'participant:ncs9uq34jxmg','3swwnmh844um','response_received','{"inject": "01", "response": "trbpt8z6p5st", "version": 1, "digest": "80c0f73a78538367a17e0a6db47059a5478996da797899865a100a02ef400551"}','39c948cc6b36cb86b4644454567eb468370e909c88b82c734c06fcfe3de887f4');
INSERT INTO "log" VALUES('drill:w4ucunq3v9pt',22,420000,1772455020000,'account:s49u3d3z27xz',NULL,'drill_paused','{}','5181f93ee0f946a7830af58c7786c1d457608e5c4c6f00fd99103d4518839eec');
CREATE TABLE one_use_link (
	token_digest VARCHAR(64) NOT NULL, 
	purpose VARCHAR(20) NOT NULL, 
	account_id VARCHAR(12), 
	expires_at BIGINT NOT NULL, 
	used_at BIGINT, 
	CONSTRAINT pk_one_use_link PRIMARY KEY (token_digest), 
	CONSTRAINT fk_one_use_link_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);
INSERT INTO "one_use_link" VALUES('3b302ad55352c43cd36780c53c42d32c69bb53368fc6bfa361edc5189bc9e330','invite','s49u3d3z27xz',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('b7ffe86f7a2eb65be2278ddaece06d2489fa31e06248593688607e215db4c696','invite','hdnhkrurpmhg',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('46009002dfcb535dcb42d3d1501c1a0c1ff849b9ce6cb7e83263e18c6ec39565','invite','qjg5bxjv5mds',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('c7cf0452d72a45df2869f72353451b062bcfddad729f20dbd92ae40c90549da9','invite','e6hvf7hzk72q',1773059400000,NULL);
INSERT INTO "one_use_link" VALUES('f996a902a4da0fd90540158e2a0c22d15526bacfdfb4e9bfb5a5ca091aaed8c7','invite','5jcbb44gwxhw',1773059400000,NULL);
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
	removed_at BIGINT, notice VARCHAR(12), notice_read_at BIGINT, erased_at BIGINT, 
	CONSTRAINT pk_participant PRIMARY KEY (id), 
	CONSTRAINT fk_participant_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT uq_participant_return_digest UNIQUE (return_digest)
);
INSERT INTO "participant" VALUES('ncs9uq34jxmg','3swwnmh844um','Beatriz','es','86207622cdccc8ffd5b28aaba64658d90e62f4e0f18d196a2c3000985c10e731','afbe3v','3644cced5da2cf6961b5ad2b05e4ffd3',0,1772454600000,1772454600000,NULL,'2026-11',1772454600000,NULL);
INSERT INTO "participant" VALUES('zjzabn8nqme5','3swwnmh844um','Bruna','pt','f9274c55647f76257d3bed76448157e3a96c5c82b4b6615a1a3f4ae655593a0a','bz2y25','77a9e5bfb41c357365a9428538c85f5f',0,1772454600000,1772454600000,NULL,'2026-11',1772454600000,NULL);
INSERT INTO "participant" VALUES('mty9jq7ene9y','pxttwmb85g3m','Gwen','en','f6157fd47e91cc6ebd06a00106d0ad843936038e652794fec06533c2e9032e55','mvzffb','f26b01b6ae0f7ee5a5c00416b0d0e91b',0,1772454600000,1772454600000,NULL,'2026-11',1772454600000,NULL);
INSERT INTO "participant" VALUES('qjye4jvzevdf','pxttwmb85g3m','Giselle','fr','78848707ab21e96a5bf97255ae3b7a619db351965260eef420e33c3a6e7fa942','h2ms7f','4700ef221a8dc41d295942ee33899529',0,1772454600000,1772454600000,NULL,'2026-11',1772454600000,NULL);
CREATE TABLE pause_request (
	id VARCHAR(12) NOT NULL, 
	drill_id VARCHAR(12) NOT NULL, 
	participant_id VARCHAR(12) NOT NULL, 
	asked_at BIGINT NOT NULL, 
	answered_at BIGINT, 
	CONSTRAINT pk_pause_request PRIMARY KEY (id), 
	CONSTRAINT fk_pause_request_drill_id_drill FOREIGN KEY(drill_id) REFERENCES drill (id), 
	CONSTRAINT fk_pause_request_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id)
);
CREATE TABLE programme (
	id VARCHAR(12) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_programme PRIMARY KEY (id), 
	CONSTRAINT uq_programme_name UNIQUE (name)
);
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
INSERT INTO "reader" VALUES('staff:w4ucunq3v9pt',18);
INSERT INTO "reader" VALUES('team:3swwnmh844um',9);
INSERT INTO "reader" VALUES('team:pxttwmb85g3m',8);
CREATE TABLE recovery_code (
	code_digest VARCHAR(64) NOT NULL, 
	account_id VARCHAR(12) NOT NULL, 
	used_at BIGINT, 
	CONSTRAINT pk_recovery_code PRIMARY KEY (code_digest), 
	CONSTRAINT fk_recovery_code_account_id_account FOREIGN KEY(account_id) REFERENCES account (id)
);
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
	received_wall BIGINT NOT NULL, erased_at BIGINT, 
	CONSTRAINT pk_response PRIMARY KEY (id), 
	CONSTRAINT fk_response_delivery_id_delivery FOREIGN KEY(delivery_id) REFERENCES delivery (id), 
	CONSTRAINT fk_response_entered_by_account FOREIGN KEY(entered_by) REFERENCES account (id), 
	CONSTRAINT fk_response_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id), 
	CONSTRAINT uq_response_delivery_id_client_id UNIQUE (delivery_id, client_id), 
	CONSTRAINT uq_response_delivery_id_version UNIQUE (delivery_id, version)
);
INSERT INTO "response" VALUES('trbpt8z6p5st',1,'r-beatriz',1,'counted',1,'ncs9uq34jxmg',NULL,'{"text": "Avisamos a direcci\u00f3n."}','b571b253b789306b6a8ab4ab0cc2f6b7',NULL,360000,1772454960000,NULL);
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
INSERT INTO "seat_holder" VALUES('3swwnmh844um','lead','ncs9uq34jxmg',1);
INSERT INTO "seat_holder" VALUES('3swwnmh844um','technical','zjzabn8nqme5',0);
INSERT INTO "seat_holder" VALUES('pxttwmb85g3m','lead','mty9jq7ene9y',1);
INSERT INTO "seat_holder" VALUES('pxttwmb85g3m','communications','qjye4jvzevdf',0);
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
INSERT INTO "stream" VALUES('house',16,'47a0ff11635cd0b19868349b1f068bb4631db1d370eb4dd1333f46407d047a93');
INSERT INTO "stream" VALUES('drill:w4ucunq3v9pt',22,'5181f93ee0f946a7830af58c7786c1d457608e5c4c6f00fd99103d4518839eec');
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
INSERT INTO "team" VALUES('3swwnmh844um','w4ucunq3v9pt',0,'Azul','qdtgnbek22','K7','es',0,0,NULL,NULL);
INSERT INTO "team" VALUES('pxttwmb85g3m','w4ucunq3v9pt',1,'Verde','qje9myzxwr','E7','en',0,0,NULL,NULL);
CREATE TABLE web_session (
	token_digest VARCHAR(64) NOT NULL, 
	id VARCHAR(12) NOT NULL, 
	account_id VARCHAR(12), 
	participant_id VARCHAR(12), 
	browser VARCHAR(80) NOT NULL, 
	created_at BIGINT NOT NULL, 
	seen_at BIGINT, 
	expires_at BIGINT NOT NULL, 
	revoked_at BIGINT, 
	CONSTRAINT pk_web_session PRIMARY KEY (token_digest), 
	CONSTRAINT fk_web_session_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_web_session_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id), 
	CONSTRAINT uq_web_session_id UNIQUE (id)
);
INSERT INTO "web_session" VALUES('d0f6ef2dd42b5a2913247205aa27a74779aeb89cbbcc6a9d8e4f6ffe3ac4e5c5','xvmegz7v7amu','s49u3d3z27xz',NULL,'',1772454600000,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('6d3e702cb2651d3c0c60eb74651e2600ab2062e212c47222299102189db7ece0','4s2dw7se7p5q','hdnhkrurpmhg',NULL,'',1772454600000,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('1762684bb50bc4ddf13a2c2c5a89dda61ae0020ffe7693adb3beefff3089e5bf','6yvftpcqzxu5','qjg5bxjv5mds',NULL,'',1772454600000,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('ebb9973d754f6ccd8ee0853fd9de685ee7bf69c1b2b74ee134f9712afbd222a2','rqmaz642vygv','e6hvf7hzk72q',NULL,'',1772454600000,1772454600000,1772505000000,NULL);
INSERT INTO "web_session" VALUES('46955ee9494b86d4ff314010a65add5f1907e1b7fc34a9741b9c5d129fff3c8d','9a9j2k3cpnfu','5jcbb44gwxhw',NULL,'',1772454600000,1772454600000,1772505000000,NULL);
CREATE INDEX ix_grant_account_id ON grant (account_id);
CREATE INDEX ix_order_waiting ON "order" (state, runs_at);
CREATE INDEX ix_team_drill_id ON team (drill_id);
CREATE INDEX ix_delivery_closing ON delivery (drill_id, state, closes_at);
CREATE INDEX ix_delivery_due ON delivery (drill_id, state, due_at);
CREATE INDEX ix_participant_team_id ON participant (team_id);
CREATE INDEX ix_response_delivery_id ON response (delivery_id);
CREATE UNIQUE INDEX uq_seat_holder_lead ON seat_holder (team_id) WHERE lead;
CREATE INDEX ix_rating_response_id ON rating (response_id);
CREATE UNIQUE INDEX uq_rating_current ON rating (response_id, criterion, account_id) WHERE current;
CREATE INDEX ix_departure_at ON departure (at);
CREATE INDEX ix_recovery_code_account_id ON recovery_code (account_id);
CREATE INDEX ix_api_token_account_id ON api_token (account_id);
CREATE INDEX ix_consent_participant_id ON consent (participant_id);
CREATE INDEX ix_pause_request_drill_id ON pause_request (drill_id);
CREATE INDEX ix_pause_request_participant_id ON pause_request (participant_id);
CREATE INDEX ix_drill_programme_id ON drill (programme_id);
CREATE INDEX ix_web_session_account_id ON web_session (account_id);
CREATE INDEX ix_web_session_participant_id ON web_session (participant_id);
COMMIT;
