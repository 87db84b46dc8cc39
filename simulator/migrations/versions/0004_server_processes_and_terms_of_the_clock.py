"""server processes and terms of the clock"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clock_term",
        sa.Column("epoch", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("process_id", sa.String(length=12), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("began_database_at", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=False),
        sa.Column("database_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("epoch", name=op.f("pk_clock_term")),
    )
    op.create_table(
        "server_process",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_server_process")),
    )
    op.create_table(
        "sitting",
        sa.Column("process_id", sa.String(length=12), nullable=False),
        sa.Column("participant_id", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_sitting_participant_id_participant")
        ),
        sa.PrimaryKeyConstraint("process_id", "participant_id", name=op.f("pk_sitting")),
    )
    with op.batch_alter_table("sitting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_participant_id"), ["participant_id"], unique=False)
