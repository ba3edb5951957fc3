// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/evidencehistorydialog.h"

#include "models/core/text.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString shownLines(const QStringList &lines)
{
    QStringList shown;
    for (const QString &line : lines)
        shown += visibleText(line);
    return shown.join(u'\n');
}

QPlainTextEdit *historyText(const QString &text, const QString &name, const QString &accessibleName)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    edit->setPlainText(text);
    return edit;
}

} // namespace

EvidenceHistoryDialog::EvidenceHistoryDialog(const EvidenceHistory &history, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("evidenceHistoryDialog"_L1);
    setWindowTitle(tr("Keys and checkpoints"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString keys = history.keys.isEmpty() ? tr("There is no key yet.") : shownLines(history.keys);
    const QString checkpoints =
        history.checkpoints.isEmpty() ? tr("There are no checkpoints yet.") : shownLines(history.checkpoints);
    m_text = keys + "\n\n"_L1 + checkpoints + u'\n';
    auto *keysTitle = new QLabel(tr("&Keys"));
    keysTitle->setFont(textFont(TextStyle::Strong, font()));
    QPlainTextEdit *keysText = historyText(keys, u"historyKeys"_s, tr("Keys"));
    keysTitle->setBuddy(keysText);
    auto *checkpointsTitle = new QLabel(tr("Check&points"));
    checkpointsTitle->setFont(textFont(TextStyle::Strong, font()));
    QPlainTextEdit *checkpointsText = historyText(checkpoints, u"historyCheckpoints"_s, tr("Checkpoints"));
    checkpointsTitle->setBuddy(checkpointsText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copyAll = buttons->addButton(tr("Copy &all"), QDialogButtonBox::ActionRole);
    copyAll->setObjectName("historyCopy"_L1);
    copyAll->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(keysTitle);
    layout->addWidget(keysText, 1);
    layout->addWidget(checkpointsTitle);
    layout->addWidget(checkpointsText, 2);
    layout->addWidget(buttons);
    resize(680, 560);
    connect(copyAll, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace Trailglass

#include "moc_evidencehistorydialog.cpp"
