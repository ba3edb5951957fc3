// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetgrouplist.h"

#include "views/common/spacing.h"
#include "views/filters/facetgroup.h"

#include <QApplication>
#include <QCursor>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Whether Tab may go there.
bool isTabStop(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isVisible() && widget.isEnabled();
}

} // namespace

FacetGroupList::FacetGroupList(FilterState *filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName("filterGroups"_L1);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(Spacing::Hair);
    m_layout->addStretch(1);
}

FacetGroup *FacetGroupList::append(const FacetGroupChoice &choice)
{
    auto *group = new FacetGroup(m_filter, choice.field, facetTitle(choice.field), this);
    group->setExpanded(choice.isExpanded);
    group->setPrefersValues(choice.showsValues);
    group->setHeld(m_held);
    connect(group, &FacetGroup::entered, this, [this, group] { pointAt(group); });
    connect(group, &FacetGroup::expandedChanged, this, &FacetGroupList::valuesRequested);
    connect(group, &FacetGroup::wantsMoreChanged, this, &FacetGroupList::valuesRequested);
    connect(group, &FacetGroup::leftUpwards, this, [this, group] { moveFocus(group, -1); });
    connect(group, &FacetGroup::leftDownwards, this, [this, group] { moveFocus(group, 1); });
    connect(group, &FacetGroup::moveRequested, this, [this, group](int step) {
        const auto place = static_cast<std::ptrdiff_t>(placeOf(group)) + step;
        if (place >= 0 && place < static_cast<std::ptrdiff_t>(m_groups.size()))
            move(group, static_cast<std::size_t>(place));
    });
    connect(group, &FacetGroup::draggedTo, this,
            [this, group](const QPoint &globalPlace) { drag(group, globalPlace); });
    connect(group, &FacetGroup::hideRequested, this, [this, group] { hide(group); });
    connect(group, &FacetGroup::columnRequested, this,
            [this, group] { Q_EMIT columnRequested(group->field()); });
    connect(group, &FacetGroup::currentMoved, this, [this](QWidget *widget, const QRect &place) {
        Q_EMIT currentMoved({widget->mapTo(this, place.topLeft()), place.size()});
    });
    m_layout->insertWidget(static_cast<int>(m_groups.size()), group);
    m_groups.push_back(group);
    return group;
}

FacetGroup *FacetGroupList::groupOf(const Filter::FieldReference &field) const
{
    const auto found = std::ranges::find(m_groups, field, &FacetGroup::field);
    return found == m_groups.end() ? nullptr : *found;
}

std::size_t FacetGroupList::placeOf(const FacetGroup *group) const
{
    return static_cast<std::size_t>(std::ranges::find(m_groups, group) - m_groups.begin());
}

std::vector<FacetGroupChoice> FacetGroupList::choices() const
{
    std::vector<FacetGroupChoice> choices;
    for (const FacetGroup *group : m_groups)
        choices.push_back({group->field(), group->isExpanded(), group->prefersValues()});
    return choices;
}

void FacetGroupList::setChoices(const std::vector<FacetGroupChoice> &choices)
{
    for (FacetGroup *group : std::exchange(m_groups, {}))
        delete group;
    for (const FacetGroupChoice &choice : choices) {
        if (!groupOf(choice.field))
            append(choice);
    }
    Q_EMIT valuesRequested();
}

void FacetGroupList::add(const Filter::FieldReference &field)
{
    FacetGroup *group = groupOf(field);
    if (!group)
        group = append({field});
    group->setExpanded(true);
    group->show();
    m_layout->activate(); // its place is where the keyboard is to be seen
    group->focusFirst();
    Q_EMIT valuesRequested();
}

void FacetGroupList::hide(FacetGroup *group)
{
    const std::size_t place = placeOf(group);
    m_groups.erase(m_groups.begin() + static_cast<std::ptrdiff_t>(place));
    if (!m_groups.empty() && group->isAncestorOf(QApplication::focusWidget()))
        m_groups[std::min(place, m_groups.size() - 1)]->focusFirst();
    group->hide();
    group->deleteLater(); // its own heading asks for it
    Q_EMIT valuesRequested();
}

void FacetGroupList::move(FacetGroup *group, std::size_t place)
{
    m_groups.erase(m_groups.begin() + static_cast<std::ptrdiff_t>(placeOf(group)));
    m_groups.insert(m_groups.begin() + static_cast<std::ptrdiff_t>(place), group);
    m_layout->removeWidget(group);
    m_layout->insertWidget(static_cast<int>(place), group);
    m_layout->activate();
    if (group->isAncestorOf(QApplication::focusWidget()))
        group->focusFirst();
}

void FacetGroupList::drag(FacetGroup *group, const QPoint &globalPlace)
{
    // Past the middle of a neighbour, so that groups of different heights do not jump to and fro.
    const int y = mapFromGlobal(globalPlace).y();
    const std::size_t place = placeOf(group);
    if (place > 0 && y < m_groups[place - 1]->geometry().center().y())
        move(group, place - 1);
    else if (place + 1 < m_groups.size() && y > m_groups[place + 1]->geometry().center().y())
        move(group, place + 1);
}

void FacetGroupList::moveFocus(const FacetGroup *from, int step)
{
    const auto place = static_cast<std::ptrdiff_t>(placeOf(from)) + step;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(m_groups.size()))
        return;
    FacetGroup *group = m_groups[static_cast<std::size_t>(place)];
    if (step > 0)
        group->focusFirst();
    else
        group->focusLast();
}

bool FacetGroupList::focusNextPrevChild(bool next)
{
    QWidget *start = QApplication::focusWidget();
    if (!start || !isAncestorOf(start))
        return QWidget::focusNextPrevChild(next);
    QWidget *target = start;
    do {
        target = next ? target->nextInFocusChain() : target->previousInFocusChain();
    } while (target != start && (isAncestorOf(target) || !isTabStop(*target)));
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void FacetGroupList::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    hold(true);
}

void FacetGroupList::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget()))
        connect(menu, &QMenu::aboutToHide, this, &FacetGroupList::holdByPointer, Qt::QueuedConnection);
    else
        hold(false);
}

void FacetGroupList::holdByPointer()
{
    hold(isVisible() && rect().contains(mapFromGlobal(QCursor::pos())));
}

void FacetGroupList::hold(bool held)
{
    m_held = held;
    for (FacetGroup *group : m_groups)
        group->setHeld(held);
    pointAt(nullptr);
}

/// Until the pointer enters another one.
void FacetGroupList::pointAt(const FacetGroup *group)
{
    m_pointedAt = group;
    for (FacetGroup *each : m_groups)
        each->setRanking(m_pointedAt && each != m_pointedAt);
}

} // namespace Trailglass

#include "moc_facetgrouplist.cpp"
