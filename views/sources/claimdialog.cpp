// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/claimdialog.h"

#include "models/core/text.h"
#include "views/common/dialogheight.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxClaimLines = 6;

} // namespace

ClaimDialog::ClaimDialog(const QStringList &sources, QWidget *parent)
    : QDialog(parent)
    , m_source(new QComboBox(this))
{
    setObjectName("claimDialog"_L1);
    setWindowTitle(tr("Claim a source"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_source->setObjectName("claimedSource"_L1);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const QString &source : sources)
        m_source->addItem(visibleText(source), source);
    auto *explanation = new WrappedLabel(MaxClaimLines, this);
    PlainText::show(
        explanation,
        tr("In an archive a source, by its name, belongs to the workspace that pushed it first. A "
           "source that this workspace claims belongs to it, and the next push brings its events. "
           "Where it belongs to another workspace, you are asked before anything is changed."));
    auto *label = new QLabel(tr("&Source of this workspace"), this);
    label->setBuddy(m_source);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *claim = buttons->addButton(tr("C&laim"), QDialogButtonBox::AcceptRole);
    claim->setObjectName("claimButton"_L1);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(Spacing::Tight);
    fields->addWidget(label);
    fields->addWidget(m_source);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addLayout(fields);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(520, 220);
    growToTexts(*this);
    m_source->setFocus();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT claimRequested(m_source->currentData().toString()); });
}

} // namespace Trailglass

#include "moc_claimdialog.cpp"
