// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/reviewlogdialog.h"

#include "models/core/text.h"
#include "views/common/emptystate.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Of the details of an entry; more are scrolled.
constexpr int LogDetailLines = 5;

QString lineOf(const QString &text)
{
    return visibleText(text.simplified());
}

} // namespace

ReviewLogDialog::ReviewLogDialog(QWidget *parent)
    : QDialog(parent)
    , m_empty(new EmptyState)
    , m_list(new QTreeWidget)
    , m_details(new QPlainTextEdit)
    , m_pages(new QStackedWidget)
{
    setObjectName("reviewLogDialog"_L1);
    setWindowTitle(tr("Review log"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    m_empty->show(Glyph::Time, tr("Reading the review log…"), {});
}

void ReviewLogDialog::build()
{
    m_empty->setObjectName("reviewLogState"_L1);
    m_list->setObjectName("reviewLogList"_L1);
    m_list->setAccessibleName(tr("Entries of the review log"));
    // The filter is below: most reviews are called by theirs.
    m_list->setHeaderLabels({tr("Time"), tr("Reviewer"), tr("Review"), tr("New events"), tr("Note")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    const QFontMetrics metrics(font());
    const int widths[] = {23, 12, 24, 11}; // in digits, by column; the last column gets the rest
    int column = 0;
    for (const int width : widths)
        m_list->header()->resizeSection(column++, width * metrics.horizontalAdvance(u'0') + Spacing::Normal);
    m_details->setObjectName("reviewLogDetails"_L1);
    m_details->setAccessibleName(tr("Filter and note of the entry"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setFixedHeight(LogDetailLines * fontMetrics().lineSpacing() + 2 * Spacing::Normal);
    auto *log = new QWidget;
    auto *logLayout = new QVBoxLayout(log);
    logLayout->setContentsMargins({});
    logLayout->setSpacing(Spacing::Normal);
    logLayout->addWidget(m_list, 1);
    logLayout->addWidget(m_details);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(log);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    resize(860, 460);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ReviewLogDialog::showCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ReviewLogDialog::showRows(const QList<ReviewLogRow> &rows, bool hasMore)
{
    m_rows = rows;
    m_list->clear();
    if (rows.isEmpty()) {
        m_empty->show(Glyph::Information, tr("Nothing was reviewed yet"),
                      tr("“Mark as reviewed” notes who has looked at which events, and when."));
        m_pages->setCurrentIndex(0);
        return;
    }
    for (const ReviewLogRow &row : rows)
        addRow(row);
    if (hasMore) {
        auto *more = new QTreeWidgetItem(m_list);
        more->setText(0, tr("Older entries: trailglass-cli review log"));
        more->setFirstColumnSpanned(true);
        more->setFlags(Qt::ItemIsEnabled);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_pages->setCurrentIndex(1);
    m_list->setFocus();
}

void ReviewLogDialog::addRow(const ReviewLogRow &row)
{
    auto *item = new QTreeWidgetItem(m_list);
    int column = 0;
    for (const QString &text : {row.time, row.reviewer, row.review, row.count, row.note}) {
        item->setText(column, lineOf(text));
        item->setToolTip(column++, PlainText::toolTip(text.simplified()));
    }
}

void ReviewLogDialog::showCurrent()
{
    const int place = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (place < 0 || place >= m_rows.size())
        return m_details->clear();
    const ReviewLogRow &row = m_rows[place];
    QStringList lines{row.filter.isEmpty() ? tr("Filter: all events") : tr("Filter: %1").arg(row.filter)};
    if (!row.note.isEmpty())
        lines += row.note.split(u'\n');
    for (QString &line : lines)
        line = visibleText(line);
    m_details->setPlainText(lines.join(u'\n'));
}

void ReviewLogDialog::showFailure(const QString &sentence)
{
    m_empty->show(Glyph::Warning, tr("The review log cannot be read"), sentence);
    m_pages->setCurrentIndex(0);
}

} // namespace Trailglass

#include "moc_reviewlogdialog.cpp"
