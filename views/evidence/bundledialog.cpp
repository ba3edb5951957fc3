// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/bundledialog.h"

#include "models/core/text.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

BundleDialog::BundleDialog(const BundleDetails &details, QWidget *parent)
    : QDialog(parent)
    , m_details(details)
{
    setObjectName("bundleDialog"_L1);
    setWindowTitle(tr("Evidence bundle"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &fact : details.facts)
        m_facts += visibleText(fact) + u'\n';
    auto *checked = new QLabel(tr("What was &checked"));
    checked->setFont(textFont(TextStyle::Strong, font()));
    auto *verdict = new VerdictList;
    verdict->setObjectName("bundleVerdict"_L1);
    verdict->setLines(details.verdict);
    checked->setBuddy(verdict);
    auto *said = new QLabel(tr("What the &bundle says"));
    said->setFont(textFont(TextStyle::Strong, font()));
    auto *facts = new QPlainTextEdit;
    facts->setObjectName("bundleFacts"_L1);
    facts->setAccessibleName(tr("What the bundle says"));
    facts->setReadOnly(true);
    facts->setTabChangesFocus(true);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    facts->setPlainText(m_facts.trimmed());
    said->setBuddy(facts);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copyAll = buttons->addButton(tr("Copy &all"), QDialogButtonBox::ActionRole);
    copyAll->setObjectName("bundleCopy"_L1);
    copyAll->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(checked);
    layout->addWidget(verdict, 1);
    layout->addWidget(said);
    layout->addWidget(facts, 1);
    layout->addWidget(buttons);
    resize(680, 560);
    connect(copyAll, &QPushButton::clicked, this, &BundleDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void BundleDialog::copy() const
{
    QGuiApplication::clipboard()->setText(VerdictList::textOf(m_details.verdict) + u'\n' + m_facts);
}

} // namespace Trailglass

#include "moc_bundledialog.cpp"
