// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/filterpane.h"

#include "models/filter/conjunction.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterstate.h"
#include "views/filters/facetgroup.h"
#include "views/filters/timegroup.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

FilterPane::FilterPane(FilterState *filter, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_active(new QLabel(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
    , m_time(new TimeGroup(filter, clock, this))
{
    setObjectName("filterPane"_L1);
    m_active->setObjectName("activeFilters"_L1);
    m_clear->setObjectName("clearFilters"_L1);
    m_clear->setAccessibleName(tr("Clear filter"));
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);

    auto *top = new QHBoxLayout;
    top->addWidget(m_active, 1);
    top->addWidget(m_clear);
    auto *content = new QWidget;
    content->setObjectName("filterGroups"_L1);
    auto *groups = new QVBoxLayout(content);
    groups->setContentsMargins(0, 0, 0, 0);
    groups->setSpacing(2);
    const auto add = [&](Field field, const QString &title, bool expanded) {
        auto *group = new FacetGroup(filter, field, title, content);
        group->setExpanded(expanded);
        connect(group, &FacetGroup::expandedChanged, &m_asking, qOverload<>(&QTimer::start));
        connect(group, &FacetGroup::wantsMoreChanged, &m_asking, qOverload<>(&QTimer::start));
        groups->addWidget(group);
        m_groups.push_back(group);
    };
    add(Field::Source, tr("Source"), true);
    add(Field::Vendor, tr("Vendor"), false);
    add(Field::Op, tr("Operation"), true);
    add(Field::Outcome, tr("Outcome"), true);
    add(Field::Action, tr("Action"), false);
    add(Field::Actor, tr("Actor"), true);
    add(Field::TargetType, tr("Target type"), false);
    add(Field::Ip, tr("IP address"), false);
    groups->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName("filterScroll"_L1);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 4, 4);
    layout->addLayout(top);
    layout->addWidget(m_time);
    layout->addWidget(scroll, 1);

    connect(m_clear, &QPushButton::clicked, m_filter,
            [this] { m_filter->setTree(Filter::makeNode(Filter::All{})); });
    connect(m_filter, &FilterState::treeChanged, &m_asking, qOverload<>(&QTimer::start));
    connect(m_filter, &FilterState::textChanged, this, &FilterPane::showActive);
    connect(m_filter, &FilterState::treeChanged, this, &FilterPane::showActive);
    connect(&m_asking, &QTimer::timeout, this, &FilterPane::ask);
    showActive();
}

std::vector<Filter::FieldReference> FilterPane::expandedFields() const
{
    std::vector<Filter::FieldReference> fields;
    for (const FacetGroup *group : m_groups) {
        if (group->isExpanded())
            fields.push_back(group->field());
    }
    return fields;
}

QStringList FilterPane::expandedNames() const
{
    QStringList names;
    for (const Filter::FieldReference &field : expandedFields())
        names << Filter::fieldReferenceName(field);
    return names;
}

void FilterPane::setExpandedNames(const QStringList &names)
{
    for (FacetGroup *group : m_groups)
        group->setExpanded(names.contains(Filter::fieldReferenceName(group->field())));
}

void FilterPane::setDisplayZone(const QByteArray &zone)
{
    m_time->setDisplayZone(zone);
    m_asking.start();
}

void FilterPane::refresh()
{
    if (m_awaited.empty())
        m_asking.start();
    else
        m_stale = true;
}

void FilterPane::ask()
{
    const auto fields = expandedFields();
    if (!isVisible() || fields.empty())
        return;
    for (FacetGroup *group : m_groups) {
        if (group->isExpanded())
            group->setLoading();
    }
    m_awaited = fields;
    m_stale = false;
    m_top = std::ranges::any_of(m_groups, &FacetGroup::wantsMore) ? MaxSearchedValues : MaxValues;
    Q_EMIT facetsWanted(fields, m_top);
}

void FilterPane::setFacet(const Facet &facet)
{
    for (FacetGroup *group : m_groups) {
        if (group->field() == facet.field)
            group->setValues(facet.values, m_top);
    }
    std::erase(m_awaited, facet.field);
    if (m_awaited.empty() && m_stale)
        m_asking.start();
}

void FilterPane::setFacetsFailed(const Error &error)
{
    for (FacetGroup *group : m_groups) {
        if (group->isExpanded())
            group->setFailed(error.message);
    }
    m_awaited.clear();
    m_stale = false;
}

void FilterPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_asking.start();
}

void FilterPane::showActive()
{
    const auto parts = Filter::conjuncts(m_filter->tree()).size();
    m_active->setText(parts == 0 ? tr("No filter") : tr("Filters: %1").arg(parts));
    m_clear->setEnabled(parts > 0 || !m_filter->text().isEmpty());
}

} // namespace Trailglass
