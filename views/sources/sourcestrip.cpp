// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcestrip.h"

#include "models/table/sourcetablemodel.h"
#include "views/common/announcer.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/sources/sourcechip.h"
#include "views/sources/sourcepopover.h"

#include <QEvent>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int StripSignSize = 16; // px
constexpr int MoreDigits = 4; ///< room for "+12"

QList<SourceRow> activeRows(const SourceTableModel &model)
{
    QList<SourceRow> rows;
    for (const SourceRow &row : model.rows()) {
        if (row.state != SourceRow::State::Removed)
            rows.append(row);
    }
    return rows;
}

} // namespace

SourceStrip::SourceStrip(SourceTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_failed(new QToolButton(this))
    , m_announcer(new Announcer(*m_failed))
    , m_more(new QToolButton(this))
    , m_popover(new SourcePopover(model, this))
{
    setObjectName("sourceStrip"_L1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_failed->setObjectName("failedSources"_L1);
    m_failed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_failed->setToolTip(tr("Shows the sources and why they failed"));
    m_more->setObjectName("moreSources"_L1);
    m_more->setToolTip(tr("Shows all sources"));
    for (QToolButton *button : {m_failed, m_more}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->hide();
    }
    connect(m_failed, &QToolButton::clicked, this, [this] { Q_EMIT allRequested(m_firstFailed); });
    connect(m_more, &QToolButton::clicked, this, [this] { Q_EMIT allRequested({}); });
    connect(m_popover, &SourcePopover::allRequested, this, &SourceStrip::allRequested);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &SourceStrip::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &SourceStrip::refresh);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &SourceStrip::refresh);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SourceStrip::refresh);
    refresh();
}

void SourceStrip::refresh()
{
    const QList<SourceRow> rows = activeRows(m_model);
    while (m_chips.size() > rows.size())
        delete m_chips.takeLast();
    while (m_chips.size() < rows.size()) {
        auto *chip = new SourceChip(this);
        connect(chip, &SourceChip::clicked, this, [this, chip] { open(*chip); });
        m_chips.append(chip);
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QModelIndex index = m_model.index(*m_model.rowOf(rows.at(i).name), 0);
        m_chips.at(i)->setSource(rows.at(i), index.data(SourceTableModel::AgeRole).toString(),
                                 index.data(SourceTableModel::NextSyncRole).toString());
    }
    showFailures();
    updateGeometry();
    layOut();
}

void SourceStrip::showFailures()
{
    int failed = 0;
    m_firstFailed.clear();
    for (const SourceRow &row : m_model.rows()) {
        if (row.state == SourceRow::State::Failed && failed++ == 0)
            m_firstFailed = row.name;
    }
    const QString text = tr("%1 of %Ln source(s) failed", nullptr, static_cast<int>(m_chips.size()))
                             .arg(QLocale().toString(failed));
    m_failed->setText(tr("%1 ▸", "leads to the sources").arg(text));
    m_failed->setAccessibleName(text);
    m_failed->setVisible(failed > 0);
    paintIcons();
    m_announcer->update();
}

int SourceStrip::failedWidth() const
{
    return m_failed->isHidden() ? 0 : m_failed->sizeHint().width() + Spacing::Tight;
}

int SourceStrip::chipsWidth(bool isAgeShown) const
{
    int width = 0;
    for (const SourceChip *chip : m_chips)
        width += chip->sizeWith(isAgeShown).width() + Spacing::Hair;
    return width;
}

/// First the ages go, then the last chips.
void SourceStrip::layOut()
{
    const int room = width() - failedWidth();
    const bool isAgeShown = chipsWidth(true) <= room;
    const bool isAll = chipsWidth(isAgeShown) <= room;
    const int moreWidth = fontMetrics().horizontalAdvance(QString(MoreDigits, u'0')) + Spacing::Normal;
    int left = failedWidth();
    int hidden = 0;
    for (SourceChip *chip : std::as_const(m_chips)) {
        chip->setAgeShown(isAgeShown);
        const QSize size = chip->sizeHint();
        const bool isShown = hidden == 0 && left + size.width() <= width() - (isAll ? 0 : moreWidth);
        chip->setVisible(isShown);
        if (!isShown) {
            ++hidden;
            continue;
        }
        chip->setGeometry(visual({QPoint(left, (height() - size.height()) / 2), size}));
        left += size.width() + Spacing::Hair;
    }
    const int buttonHeight = m_failed->sizeHint().height();
    m_failed->setGeometry(
        visual({0, (height() - buttonHeight) / 2, m_failed->sizeHint().width(), buttonHeight}));
    m_more->setText(tr("+%1", "this many more").arg(QLocale().toString(hidden)));
    m_more->setAccessibleName(tr("%Ln more source(s)", nullptr, hidden));
    m_more->setVisible(hidden > 0);
    m_more->setGeometry(visual({left, (height() - buttonHeight) / 2, moreWidth, buttonHeight}));
}

/// \param place  as from left to right
QRect SourceStrip::visual(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QSize SourceStrip::sizeHint() const
{
    return {failedWidth() + chipsWidth(true), minimumSizeHint().height()};
}

QSize SourceStrip::minimumSizeHint() const
{
    const int moreWidth = fontMetrics().horizontalAdvance(QString(MoreDigits, u'0')) + Spacing::Normal;
    return {failedWidth() + (m_chips.isEmpty() ? 0 : moreWidth),
            std::max(StripSignSize, fontMetrics().height()) + Spacing::Tight};
}

void SourceStrip::open(const SourceChip &chip)
{
    m_popover->open(chip.source(), QRect(chip.mapToGlobal(QPoint(0, 0)), chip.size()));
}

void SourceStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SourceStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    if (event->type() == QEvent::LayoutDirectionChange)
        layOut();
    QWidget::changeEvent(event);
}

void SourceStrip::paintIcons()
{
    QPalette colours = palette();
    colours.setColor(QPalette::ButtonText, Colours::error(palette()));
    m_failed->setPalette(colours);
    m_failed->setIcon(Icons::icon(Glyph::Warning, colours));
}

} // namespace Trailglass

#include "moc_sourcestrip.cpp"
