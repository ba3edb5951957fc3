// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/createarchivedialog.h"

#include "views/common/dialogheight.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxCreationLines = 4;

} // namespace

CreateArchiveDialog::CreateArchiveDialog(Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_cluster(new QLineEdit(this))
    , m_keeper(new QCheckBox(tr("The cluster has &Keeper or ZooKeeper: make replicated tables"), this))
    , m_note(new WrappedLabel(MaxCreationLines, this))
{
    setObjectName("createArchiveDialog"_L1);
    setWindowTitle(tr("Create archive"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_cluster->setObjectName("archiveCluster"_L1);
    m_keeper->setObjectName("archiveKeeper"_L1);
    m_note->setObjectName("archiveCreationNote"_L1);
    auto *explanation = new WrappedLabel(MaxCreationLines, this);
    PlainText::show(explanation,
                    tr("The database and its tables are created; what is there already stays. The "
                       "user needs the right to create databases and tables."));
    auto *label = new QLabel(tr("Name of the cl&uster (leave empty for a single server)"), this);
    label->setBuddy(m_cluster);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("C&reate"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName("createArchiveButton"_L1);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(Spacing::Tight);
    fields->addWidget(label);
    fields->addWidget(m_cluster);
    fields->addWidget(m_keeper);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addLayout(fields);
    layout->addWidget(m_note);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(560, 240);
    connect(m_cluster, &QLineEdit::textChanged, this, &CreateArchiveDialog::checkEntered);
    connect(m_keeper, &QCheckBox::toggled, this, &CreateArchiveDialog::checkEntered);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT createRequested(entered()); });
    checkEntered();
}

EnteredCreation CreateArchiveDialog::entered() const
{
    return {.cluster = m_cluster->text().trimmed(), .hasKeeper = m_keeper->isChecked()};
}

void CreateArchiveDialog::checkEntered()
{
    const Result<QString> said = m_check(entered());
    TextColour::set(*m_note, said ? TextMeaning::Quiet : TextMeaning::Error);
    PlainText::show(m_note, said ? *said : said.error().message);
    m_create->setEnabled(bool(said));
    growToTexts(*this);
}

} // namespace Trailglass

#include "moc_createarchivedialog.cpp"
