// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/workspacecheckdialog.h"

#include "models/core/text.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxCheckSummaryLines = 4; ///< it may name a path

QString linesOf(const QStringList &texts)
{
    QString lines;
    for (const QString &text : texts)
        lines += visibleText(text) + u'\n';
    return lines;
}

} // namespace

WorkspaceCheckDialog::WorkspaceCheckDialog(QWidget *parent)
    : QDialog(parent)
    , m_summary(new WrappedLabel(MaxCheckSummaryLines))
    , m_progress(new ProgressRow(u"check"_s, tr("The check is running")))
    , m_text(new QPlainTextEdit)
{
    setObjectName("workspaceCheckDialog"_L1);
    setWindowTitle(tr("Check workspace"));
    build();
}

void WorkspaceCheckDialog::build()
{
    m_summary->setObjectName("checkSummary"_L1);
    m_summary->setFont(textFont(TextStyle::Strong, font()));
    m_text->setObjectName("checkText"_L1);
    m_text->setAccessibleName(tr("Results of the check"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *buttons = new QDialogButtonBox;
    const auto add = [buttons](const QString &text, const QString &name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    m_check = add(tr("Check &again"), u"checkAgain"_s);
    m_repair = add(tr("&Repair"), u"checkRepair"_s);
    m_repair->setToolTip(tr("Rebuilds from the JSON of the events what can be rebuilt; deletes no events"));
    m_copy = add(tr("&Copy report"), u"checkCopy"_s);
    m_copy->setToolTip(
        tr("Copies a report for a bug report: versions, sizes and counts, without names, secrets or events"));
    buttons->addButton(QDialogButtonBox::Close)->setObjectName("checkClose"_L1);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_summary);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress); // below: while nothing goes on it leaves an empty line
    layout->addWidget(buttons);
    resize(620, 420);
    connect(m_progress, &ProgressRow::stopped, this, &WorkspaceCheckDialog::cancelRequested);
    connect(m_check, &QPushButton::clicked, this, [this] {
        begin();
        Q_EMIT checkRequested();
    });
    connect(m_repair, &QPushButton::clicked, this, [this] {
        begin();
        Q_EMIT repairRequested();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_report); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void WorkspaceCheckDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (std::exchange(m_wasShown, true))
        return;
    begin();
    Q_EMIT checkRequested();
}

void WorkspaceCheckDialog::begin()
{
    m_isBusy = true;
    m_text->clear();
    m_report.clear();
    m_progress->begin();
    m_check->setEnabled(false);
    m_repair->setEnabled(false);
    m_copy->setEnabled(false);
    PlainText::show(m_summary, tr("Checking the workspace…"));
}

void WorkspaceCheckDialog::end()
{
    m_isBusy = false;
    m_progress->end();
    m_check->setEnabled(true);
    m_copy->setEnabled(!m_report.isEmpty());
}

void WorkspaceCheckDialog::showProgress(const QString &activity)
{
    PlainText::show(m_summary, activity);
}

void WorkspaceCheckDialog::showResult(const CheckResult &result)
{
    m_report = result.report;
    end();
    m_repair->setEnabled(!result.problems.isEmpty());
    PlainText::show(m_summary, result.summary);
    QStringList blocks{linesOf(result.problems), linesOf(result.details)};
    blocks.removeAll({});
    m_text->setPlainText(blocks.join(u'\n').trimmed());
}

void WorkspaceCheckDialog::showFailure(const QString &message)
{
    end();
    PlainText::show(m_summary, message);
}

void WorkspaceCheckDialog::done(int result)
{
    if (isBusy())
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_workspacecheckdialog.cpp"
