"""programme and decisions"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_blob")),
    )
    op.create_table(
        "call_file",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_call_file")),
    )
    op.create_table(
        "calibration_rating",
        sa.Column("desk", sa.String(length=90), nullable=False),
        sa.Column("account_id", sa.String(length=12), nullable=False),
        sa.Column("item", sa.String(length=80), nullable=False),
        sa.Column("criterion", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_calibration_rating_account_id_account")),
        sa.PrimaryKeyConstraint("desk", "account_id", "item", "criterion", name=op.f("pk_calibration_rating")),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_by", sa.String(length=12), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_by", sa.String(length=12), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_decision_ended_by_account")),
        sa.ForeignKeyConstraint(["proposed_by"], ["account.id"], name=op.f("fk_decision_proposed_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_scope"), ["scope"], unique=False)

    op.create_table(
        "declaration",
        sa.Column("desk", sa.String(length=90), nullable=False),
        sa.Column("account_id", sa.String(length=12), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("country", sa.String(length=64), nullable=True),
        sa.Column("institution", sa.String(length=200), nullable=True),
        sa.Column("declared_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_declaration_account_id_account")),
        sa.PrimaryKeyConstraint("desk", "account_id", name=op.f("pk_declaration")),
    )
    op.create_table(
        "application",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("programme_id", sa.String(length=12), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("lead_name", sa.String(length=120), nullable=False),
        sa.Column("lead_mail", sa.String(length=254), nullable=False),
        sa.Column("link_digest", sa.String(length=64), nullable=False),
        sa.Column("spare_digest", sa.String(length=64), nullable=True),
        sa.Column("link_mailed_at", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("draft_version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.Column("notice", sa.String(length=12), nullable=True),
        sa.Column("notice_read_at", sa.BigInteger(), nullable=True),
        sa.Column("cure_until", sa.BigInteger(), nullable=True),
        sa.Column("cure_parts", sa.JSON(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("erased_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_application_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("link_digest", name=op.f("uq_application_link_digest")),
        sa.UniqueConstraint("programme_id", "code", name=op.f("uq_application_programme_id_code")),
        sa.UniqueConstraint("spare_digest", name=op.f("uq_application_spare_digest")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "mail",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("programme_id", sa.String(length=12), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=200), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_mail_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_about"), ["about"], unique=False)
        batch_op.create_index(batch_op.f("ix_mail_due_at"), ["due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_mail_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "stage",
        sa.Column("programme_id", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("randomness", sa.String(length=400), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("provisional_at", sa.BigInteger(), nullable=True),
        sa.Column("final_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_stage_programme_id_programme")),
        sa.PrimaryKeyConstraint("programme_id", "stage", name=op.f("pk_stage")),
    )
    op.create_table(
        "application_file",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("application_id", sa.String(length=12), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signer", sa.JSON(), nullable=False),
        sa.Column("elements", sa.JSON(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_application_file_application_id_application")
        ),
        sa.ForeignKeyConstraint(["digest"], ["blob.digest"], name=op.f("fk_application_file_digest_blob")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_file")),
    )
    with op.batch_alter_table("application_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_file_application_id"), ["application_id"], unique=False)

    op.create_table(
        "application_version",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("application_id", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("in_grace", sa.Boolean(), nullable=False),
        sa.Column("cure", sa.Boolean(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_application_version_application_id_application")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_version")),
        sa.UniqueConstraint("application_id", "version", name=op.f("uq_application_version_application_id_version")),
    )
    with op.batch_alter_table("application_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_version_application_id"), ["application_id"], unique=False)
        batch_op.create_index(
            "uq_application_version_current",
            ["application_id"],
            unique=True,
            sqlite_where=sa.text("current"),
            postgresql_where=sa.text("current"),
        )

    op.create_table(
        "attendance",
        sa.Column("programme_id", sa.String(length=12), nullable=False),
        sa.Column("session", sa.String(length=64), nullable=False),
        sa.Column("application_id", sa.String(length=12), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("noted_by", sa.String(length=12), nullable=False),
        sa.Column("noted_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_attendance_application_id_application")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_attendance_noted_by_account")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_attendance_programme_id_programme")),
        sa.PrimaryKeyConstraint("programme_id", "session", "application_id", name=op.f("pk_attendance")),
    )
    op.create_table(
        "award",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("programme_id", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=64), nullable=False),
        sa.Column("award", sa.String(length=64), nullable=False),
        sa.Column("application_id", sa.String(length=12), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("people", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("offered_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_award_application_id_application")
        ),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_award_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award")),
        sa.UniqueConstraint(
            "programme_id",
            "stage",
            "award",
            "application_id",
            name=op.f("uq_award_programme_id_stage_award_application_id"),
        ),
    )
    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_award_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_award_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_award_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "eligibility",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("application_id", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_eligibility_account_id_account")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_eligibility_application_id_application")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eligibility")),
        sa.UniqueConstraint(
            "application_id", "account_id", "version", name=op.f("uq_eligibility_application_id_account_id_version")
        ),
    )
    with op.batch_alter_table("eligibility", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_eligibility_application_id"), ["application_id"], unique=False)

    op.create_table(
        "ruling",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("drill_id", sa.String(length=12), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("decision_id", sa.String(length=12), nullable=True),
        sa.Column("ruled_by", sa.String(length=12), nullable=False),
        sa.Column("ruled_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_ruling_decision_id_decision")),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_ruling_drill_id_drill")),
        sa.ForeignKeyConstraint(["ruled_by"], ["account.id"], name=op.f("fk_ruling_ruled_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
        sa.UniqueConstraint("drill_id", "about", "version", name=op.f("uq_ruling_drill_id_about_version")),
    )
    with op.batch_alter_table("ruling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ruling_drill_id"), ["drill_id"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("desk", sa.String(length=90), nullable=False),
        sa.Column("account_id", sa.String(length=12), nullable=False),
        sa.Column("team_id", sa.String(length=12), nullable=True),
        sa.Column("inject", sa.String(length=64), nullable=True),
        sa.Column("application_id", sa.String(length=12), nullable=True),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_why", sa.String(length=20), nullable=True),
        sa.CheckConstraint("(application_id IS NULL) = (team_id IS NOT NULL)", name=op.f("ck_assignment_one_unit")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_assignment_account_id_account")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_assignment_application_id_application")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_assignment_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_application_id"), ["application_id"], unique=False)
        batch_op.create_index("ix_assignment_unit", ["desk", "team_id", "inject"], unique=False)

    op.create_table(
        "penalty",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("drill_id", sa.String(length=12), nullable=False),
        sa.Column("team_id", sa.String(length=12), nullable=False),
        sa.Column("points", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("decision_id", sa.String(length=12), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("lifted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_penalty_decision_id_decision")),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_penalty_drill_id_drill")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_penalty_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penalty")),
    )
    with op.batch_alter_table("penalty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penalty_drill_id"), ["drill_id"], unique=False)

    op.create_table(
        "recusal",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("desk", sa.String(length=90), nullable=False),
        sa.Column("account_id", sa.String(length=12), nullable=False),
        sa.Column("team_id", sa.String(length=12), nullable=True),
        sa.Column("application_id", sa.String(length=12), nullable=True),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("said_by", sa.String(length=12), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("(application_id IS NULL) = (team_id IS NOT NULL)", name=op.f("ck_recusal_one_unit")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_recusal_account_id_account")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_recusal_application_id_application")
        ),
        sa.ForeignKeyConstraint(["said_by"], ["account.id"], name=op.f("fk_recusal_said_by_account")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_recusal_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusal")),
    )
    with op.batch_alter_table("recusal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recusal_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recusal_desk"), ["desk"], unique=False)

    op.create_table(
        "appeal",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("scope", sa.String(length=90), nullable=False),
        sa.Column("team_id", sa.String(length=12), nullable=True),
        sa.Column("application_id", sa.String(length=12), nullable=True),
        sa.Column("inject", sa.String(length=64), nullable=True),
        sa.Column("ground", sa.String(length=64), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("filed_by", sa.String(length=12), nullable=True),
        sa.Column("filed_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("decided_by", sa.String(length=12), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_appeal_application_id_application")
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_appeal_decided_by_account")),
        sa.ForeignKeyConstraint(["filed_by"], ["participant.id"], name=op.f("fk_appeal_filed_by_participant")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_appeal_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
    )
    with op.batch_alter_table("appeal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appeal_scope"), ["scope"], unique=False)

    with op.batch_alter_table("drill", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stage", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("score_rules", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("rating_closed_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("register_closed_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("provisional_at", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.add_column(sa.Column("call_digest", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("call_published_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("salt", sa.String(length=32), server_default="", nullable=False))
        batch_op.add_column(sa.Column("keep_until", sa.BigInteger(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_programme_call_digest_call_file"), "call_file", ["call_digest"], ["digest"]
        )

    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.add_column(sa.Column("application_id", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.String(length=40), nullable=True))
        batch_op.alter_column("response_id", existing_type=sa.VARCHAR(length=12), nullable=True)
        batch_op.create_index(batch_op.f("ix_rating_application_id"), ["application_id"], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_rating_application_id_criterion_account_id_version"),
            ["application_id", "criterion", "account_id", "version"],
        )
        batch_op.create_index(
            "uq_rating_current_application",
            ["application_id", "criterion", "account_id"],
            unique=True,
            sqlite_where=sa.text("current"),
            postgresql_where=sa.text("current"),
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_rating_one_unit"), "(application_id IS NULL) = (response_id IS NOT NULL)"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_rating_application_id_application"), "application", ["application_id"], ["id"]
        )

    with op.batch_alter_table("team", schema=None) as batch_op:
        batch_op.add_column(sa.Column("application_id", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("attributes", sa.JSON(), server_default="{}", nullable=False))
        batch_op.create_index(batch_op.f("ix_team_application_id"), ["application_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_team_application_id_application"), "application", ["application_id"], ["id"]
        )

    with op.batch_alter_table("web_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("application_id", sa.String(length=12), nullable=True))
        batch_op.create_index(batch_op.f("ix_web_session_application_id"), ["application_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_web_session_application_id_application"), "application", ["application_id"], ["id"]
        )
