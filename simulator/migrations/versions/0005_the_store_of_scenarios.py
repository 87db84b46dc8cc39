"""the store of scenarios"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scenario_attachment",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_scenario_attachment")),
    )
    op.create_table(
        "column_mapping",
        sa.Column("account_id", sa.String(length=12), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_column_mapping_account_id_account")),
        sa.PrimaryKeyConstraint("account_id", "signature", name=op.f("pk_column_mapping")),
    )
    op.create_table(
        "stored_scenario",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(length=12), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("archived_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_stored_scenario_created_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_scenario")),
    )
    op.create_table(
        "scenario_version",
        sa.Column("scenario_id", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("author_id", sa.String(length=12), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_scenario_version_author_id_account")),
        sa.ForeignKeyConstraint(
            ["scenario_id"], ["stored_scenario.id"], name=op.f("fk_scenario_version_scenario_id_stored_scenario")
        ),
        sa.PrimaryKeyConstraint("scenario_id", "number", name=op.f("pk_scenario_version")),
    )
    with op.batch_alter_table("drill", schema=None) as batch_op:
        batch_op.add_column(sa.Column("scenario_id", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("scenario_number", sa.Integer(), nullable=True))
