// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/pushdialog.h"

#include "models/core/text.h"
#include "views/common/icons.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/theme.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

enum PushColumn
{
    PushedArchiveColumn,
    LastPushColumn
};

constexpr int FaultIcon = 16; ///< pixels
constexpr int MaxPushDetailLines = 6;

} // namespace

PushDialog::PushDialog(QWidget *parent)
    : QDialog(parent)
    , m_strip(new MessageStrip(this))
    , m_list(new QTreeWidget(this))
    , m_details(new WrappedLabel(MaxPushDetailLines, this))
    , m_progressRow(new ProgressRow(u"push"_s, tr("Events are being pushed"), this))
    , m_add(makeButton(u"addPush"_s, tr("&Add…"),
                       tr("Pushes the workspace into another archive, and after each sync")))
    , m_push(makeButton(u"pushNow"_s, tr("&Push now"), tr("Pushes the workspace into all these archives")))
    , m_remove(
          makeButton(u"removePush"_s, tr("&Remove"),
                     tr("No longer pushes the workspace into this archive; what was pushed stays there")))
    , m_manage(makeButton(u"managePush"_s, tr("&Manage…"),
                          tr("Shows what this archive holds, checks it and claims sources of it")))
{
    setObjectName("pushDialog"_L1);
    setWindowTitle(tr("Push after syncs"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    PlainText::show(m_details, tr("Reading which archives this workspace is pushed into…"));
    updateButtons();
}

QPushButton *PushDialog::makeButton(const QString &name, const QString &text, const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(help);
    button->setAutoDefault(false);
    return button;
}

void PushDialog::build()
{
    m_strip->setObjectName("pushMessage"_L1);
    m_list->setObjectName("pushList"_L1);
    m_list->setAccessibleName(tr("Archives that the workspace is pushed into after each sync"));
    m_list->setHeaderLabels({tr("Archive"), tr("Last push")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(PushedArchiveColumn, QHeaderView::Stretch);
    m_details->setObjectName("pushDetails"_L1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QPushButton *button : {m_add, m_push, m_remove, m_manage})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_strip);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_progressRow);
    layout->addWidget(buttons);
    resize(720, 360);
    connect(m_add, &QPushButton::clicked, this, &PushDialog::addRequested);
    connect(m_push, &QPushButton::clicked, this, &PushDialog::pushRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const PushRow *row = currentRow())
            Q_EMIT removeRequested(row->archive);
    });
    connect(m_manage, &QPushButton::clicked, this, [this] {
        const PushRow *row = currentRow();
        Q_EMIT manageRequested(row ? row->archive : QString());
    });
    connect(m_progressRow, &ProgressRow::stopped, this, &PushDialog::cancelRequested);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PushDialog::showCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PushDialog::setRows(const QList<PushRow> &rows)
{
    const PushRow *const before = currentRow();
    const QString current = before ? before->archive : QString();
    m_list->clear(); // before the rows: it changes the current one
    m_rows = rows;
    for (const PushRow &row : std::as_const(m_rows)) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(PushedArchiveColumn, visibleText(row.archive));
        item->setToolTip(PushedArchiveColumn, PlainText::toolTip(row.archive));
        item->setText(LastPushColumn, visibleText(row.last));
        item->setToolTip(LastPushColumn, PlainText::toolTip(row.details));
        if (row.archive == current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && !m_rows.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->resizeColumnToContents(LastPushColumn);
    paintFaults();
    showCurrent();
}

void PushDialog::showFailure(const QString &sentence)
{
    PlainText::show(m_details, sentence);
}

void PushDialog::showPush(const QString &sentence, std::optional<double> part)
{
    if (!m_isPushing)
        m_progressRow->begin();
    m_isPushing = true;
    m_progressRow->setPart(part);
    m_strip->showProgress(sentence);
    m_progress = m_strip->text();
    updateButtons();
}

void PushDialog::endPush()
{
    m_isPushing = false;
    m_progressRow->end();
    if (!m_progress.isEmpty() && m_strip->text() == m_progress)
        m_strip->hide();
    m_progress.clear();
    updateButtons();
}

const PushRow *PushDialog::currentRow() const
{
    const int place = m_list->indexOfTopLevelItem(m_list->currentItem());
    return place >= 0 && place < m_rows.size() ? &m_rows.at(place) : nullptr;
}

void PushDialog::showCurrent()
{
    const PushRow *const row = currentRow();
    PlainText::show(m_details,
                    row ? row->details
                        : tr("This workspace is not pushed into any archive. Add one to have it pushed there "
                             "now and after each sync, also after a scheduled one and those of "
                             "trailglass-cli."));
    updateButtons();
}

void PushDialog::paintFaults()
{
    const QColor warning = Colours::warning(palette());
    const QIcon sign = Icons::pixmap(Glyph::Warning, warning, FaultIcon, devicePixelRatioF());
    for (int place = 0; place < m_list->topLevelItemCount(); ++place) {
        if (!m_rows.at(place).isFault)
            continue;
        m_list->topLevelItem(place)->setForeground(LastPushColumn, warning);
        m_list->topLevelItem(place)->setIcon(LastPushColumn, sign);
    }
}

void PushDialog::updateButtons()
{
    m_add->setEnabled(!m_isPushing);
    m_push->setEnabled(!m_isPushing && !m_rows.isEmpty());
    m_remove->setEnabled(!m_isPushing && currentRow());
    m_manage->setEnabled(!m_isPushing);
}

void PushDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintFaults();
    QDialog::changeEvent(event);
}

} // namespace Trailglass

#include "moc_pushdialog.cpp"
