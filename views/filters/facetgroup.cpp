// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetgroup.h"

#include "models/exporting/column.h"
#include "models/filter/edits.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterstate.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/valuewords.h"
#include "views/filters/facetheading.h"
#include "views/filters/facetranges.h"
#include "views/filters/facettitles.h"
#include "views/filters/facetvalues.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int CountingPatience = 300; ///< ms

} // namespace

FacetGroup::FacetGroup(FilterState *filter, Filter::FieldReference field, const QString &title,
                       QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_field(std::move(field))
    , m_title(title)
    , m_heading(new FacetHeading(title, this))
    , m_body(new QWidget(this))
    , m_values(new FacetValues(filter, m_field, title, m_body))
    , m_ranges(new FacetRanges(filter, m_field, title, m_body))
{
    setObjectName("facet."_L1 + Filter::fieldReferenceName(m_field));
    auto *inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(
        mirrored(layoutDirection(), {Spacing::Normal, Spacing::None, Spacing::Tight, Spacing::Tight}));
    inside->setSpacing(Spacing::None);
    inside->addWidget(m_values);
    inside->addWidget(m_ranges);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::None);
    layout->addWidget(m_heading);
    layout->addWidget(m_body);
    m_patience.setSingleShot(true);
    m_patience.setInterval(CountingPatience);

    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_heading->setCounting(true);
        m_values->setOutdated();
        m_ranges->setOutdated();
    });
    connect(m_values, &FacetValues::wantsMoreChanged, this, [this] {
        if (m_expanded)
            Q_EMIT wantsMoreChanged();
    });
    connectHeading();
    connectContent(m_values);
    connectContent(m_ranges);
    connect(m_filter, &FilterState::treeChanged, this, &FacetGroup::readBack);
    readBack();
    showContent();
}

void FacetGroup::connectHeading()
{
    connect(m_heading, &FacetHeading::expandRequested, this, &FacetGroup::setExpanded);
    connect(m_heading, &FacetHeading::menuRequested, this, &FacetGroup::showMenu);
    connect(m_heading, &FacetHeading::moveRequested, this, &FacetGroup::moveRequested);
    connect(m_heading, &FacetHeading::draggedTo, this, &FacetGroup::draggedTo);
    connect(m_heading, &FacetHeading::hideRequested, this, &FacetGroup::hideRequested);
    connect(m_heading, &FacetHeading::leftUpwards, this, &FacetGroup::leftUpwards);
    connect(m_heading, &FacetHeading::leftDownwards, this, [this] { enterContent(false); });
}

template <class Content>
void FacetGroup::connectContent(Content *content)
{
    connect(content, &Content::currentMoved, this, &FacetGroup::currentMoved);
    connect(content, &Content::leftUpwards, this, &FacetGroup::focusFirst);
    connect(content, &Content::leftDownwards, this, &FacetGroup::leftDownwards);
    connect(content, &Content::columnRequested, this, &FacetGroup::columnRequested);
}

void FacetGroup::focusFirst()
{
    m_heading->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT currentMoved(m_heading, m_heading->rect());
}

void FacetGroup::focusLast()
{
    enterContent(true);
}

/// \param atEnd  coming from below: where there are no values, to the heading
void FacetGroup::enterContent(bool atEnd)
{
    const auto enter = [atEnd](auto *content) {
        const bool isOpen = content->isVisible() && content->hasRows();
        if (isOpen && atEnd)
            content->focusLast();
        else if (isOpen)
            content->focusFirst();
        return isOpen;
    };
    if (enter(m_values) || enter(m_ranges))
        return;
    if (atEnd)
        focusFirst();
    else
        Q_EMIT leftDownwards();
}

void FacetGroup::setExpanded(bool expanded)
{
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    showContent();
    Q_EMIT expandedChanged(expanded);
}

void FacetGroup::setPrefersValues(bool prefers)
{
    m_prefersValues = prefers;
    showContent();
}

bool FacetGroup::wantsMore() const
{
    return m_expanded && m_values->wantsMore();
}

void FacetGroup::setHeld(bool held)
{
    m_values->setHeld(held);
    m_ranges->setHeld(held);
}

void FacetGroup::setRanking(bool mayRank)
{
    m_values->setRanking(mayRank);
}

void FacetGroup::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    Q_EMIT entered();
}

void FacetGroup::setLoading()
{
    if (!m_patience.isActive())
        m_patience.start();
}

void FacetGroup::setResult(const FacetResult &result, int top)
{
    endWaiting();
    m_values->setFacet(result.facet, top);
    m_hasRanges = result.bins.has_value();
    if (m_hasRanges)
        m_ranges->setBins(*result.bins);
    showContent();
}

void FacetGroup::setFailed(const QString &sentence)
{
    endWaiting();
    m_hasRanges = false;
    m_values->setFailed(sentence);
    showContent();
}

void FacetGroup::endWaiting()
{
    m_patience.stop();
    m_heading->setCounting(false);
}

void FacetGroup::showContent()
{
    const bool showsRanges = m_hasRanges && !m_prefersValues;
    m_values->setVisible(!showsRanges);
    m_ranges->setVisible(showsRanges);
    m_body->setVisible(m_expanded);
    m_heading->setExpanded(m_expanded);
}

void FacetGroup::readBack()
{
    const Filter::FieldChoice values = m_values->readBack();
    const Filter::RangeChoice ranges = m_ranges->readBack();
    m_heading->setChosen(values.included.size() + ranges.included.size(),
                         values.excluded.size() + ranges.excluded.size());
}

void FacetGroup::showMenu(const QPoint &globalPlace)
{
    auto *menu = new QMenu(this);
    menu->setObjectName("facetGroupMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, const QKeySequence &keys,
                         const auto &act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    if (m_hasRanges) {
        add(u"facetAsValues"_s, m_prefersValues ? tr("Show &ranges") : tr("Show &values"), {},
            [this] { setPrefersValues(!m_prefersValues); });
        menu->addSeparator();
    }
    add(u"facetMoveUp"_s, tr("Move &up"), Qt::ALT | Qt::Key_Up, [this] { Q_EMIT moveRequested(-1); });
    add(u"facetMoveDown"_s, tr("Move &down"), Qt::ALT | Qt::Key_Down, [this] { Q_EMIT moveRequested(1); });
    add(u"facetHide"_s, tr("&Hide"), Qt::Key_Delete, [this] { Q_EMIT hideRequested(); });
    menu->addSeparator();
    add(u"facetGroupColumn"_s, addColumnText(), {}, [this] {
        Q_EMIT columnRequested();
    })->setEnabled(canBeColumn(m_field));
    const QString title = PlainText::caption(m_title, menu->fontMetrics(), MenuTitleWidth);
    add(u"facetClear"_s, tr("Clear %1", "field").arg(title), {},
        [this] { m_filter->setTree(Filter::withoutField(m_filter->tree(), m_field)); });
    menu->popup(globalPlace);
}

} // namespace Trailglass

#include "moc_facetgroup.cpp"
