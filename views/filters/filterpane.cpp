// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/filterpane.h"

#include "models/filter/conjunction.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterstate.h"
#include "views/common/mirroring.h"
#include "views/common/spacing.h"
#include "views/filters/facetchooser.h"
#include "views/filters/facetgroup.h"
#include "views/filters/facetgrouplist.h"
#include "views/filters/timegroup.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
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
    , m_groups(new FacetGroupList(filter))
    , m_add(new QPushButton(tr("Add group…"), this))
{
    setObjectName("filterPane"_L1);
    m_active->setObjectName("activeFilters"_L1);
    m_clear->setObjectName("clearFilters"_L1);
    m_clear->setAccessibleName(tr("Clear filter"));
    m_asking.setSingleShot(true);

    auto *top = new QHBoxLayout;
    top->addWidget(m_active, 1);
    top->addWidget(m_clear);
    m_groups->setChoices(defaultFacetGroups());
    m_add->setObjectName("addGroup"_L1);
    m_add->setFlat(true);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName("filterScroll"_L1);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // one that appears would move the values
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_groups);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        mirrored(layoutDirection(), {Spacing::Normal, Spacing::Normal, Spacing::Tight, Spacing::Tight}));
    layout->setSpacing(Spacing::Tight); // every line of the groups counts
    layout->addLayout(top);
    layout->addWidget(m_time);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_add, 0, Qt::AlignLeft);

    connect(m_clear, &QPushButton::clicked, m_filter,
            [this] { m_filter->setTree(Filter::makeNode(Filter::All{})); });
    connect(m_add, &QPushButton::clicked, this, &FilterPane::chooseGroup);
    connect(m_groups, &FacetGroupList::valuesRequested, this, [this] { m_asking.start(0); });
    connect(m_groups, &FacetGroupList::columnRequested, this, [this](const Filter::FieldReference &field) {
        Q_EMIT columnRequested(Filter::fieldReferenceName(field));
    });
    connect(m_groups, &FacetGroupList::currentMoved, scroll, [scroll](const QRect &place) {
        scroll->ensureVisible(place.center().x(), place.center().y(), 0, place.height());
    });
    connect(m_filter, &FilterState::treeChanged, this, &FilterPane::askSoon);
    connect(m_filter, &FilterState::textChanged, this, &FilterPane::followText);
    connect(m_filter, &FilterState::treeChanged, this, &FilterPane::showActive);
    connect(&m_asking, &QTimer::timeout, this, &FilterPane::ask);
    showActive();
}

std::vector<Filter::FieldReference> FilterPane::expandedFields() const
{
    std::vector<Filter::FieldReference> fields;
    for (const FacetGroup *group : m_groups->groups()) {
        if (group->isExpanded())
            fields.push_back(group->field());
    }
    return fields;
}

std::vector<FacetGroupChoice> FilterPane::groups() const
{
    return m_groups->choices();
}

void FilterPane::setGroups(const std::vector<FacetGroupChoice> &groups)
{
    m_groups->setChoices(groups);
}

void FilterPane::addGroup(const Filter::FieldReference &field)
{
    m_groups->add(field);
}

void FilterPane::chooseGroup()
{
    if (m_chooser)
        return m_chooser->activateWindow();
    std::vector<Filter::FieldReference> fields = facetFields();
    for (const FacetGroupChoice &shown : groups())
        std::erase(fields, shown.field);
    m_chooser = new FacetChooser(fields, this);
    connect(m_chooser, &FacetChooser::chosen, this, &FilterPane::addGroup);
    m_chooser->open();
    Q_EMIT pathsRequested();
}

void FilterPane::setPaths(const QStringList &paths)
{
    if (m_chooser)
        m_chooser->setPaths(paths);
}

void FilterPane::setDisplayZone(const QByteArray &zone)
{
    m_time->setDisplayZone(zone);
    m_asking.start(0);
}

void FilterPane::refresh()
{
    if (m_awaited.empty())
        m_asking.start(0);
    else
        m_stale = true;
}

/// Whether a key has broken the text just now, or goes on with what is broken.
bool FilterPane::isBreaking() const
{
    return m_filter->error() && m_filter->isTyped();
}

/// What a key breaks may be whole with the next one: the groups follow the filter in force when the table does.
void FilterPane::askSoon()
{
    m_asking.start(isBreaking() ? FilterState::BrokenPause : 0);
}

void FilterPane::followText()
{
    showActive();
    // What was awaited may be of the beginning of the text, and is counted no more.
    if (m_asking.isActive() || (m_filter->error() && !m_awaited.empty()))
        askSoon();
}

void FilterPane::ask()
{
    const auto fields = expandedFields();
    if (!isVisible() || fields.empty())
        return;
    for (FacetGroup *group : m_groups->groups()) {
        if (group->isExpanded())
            group->setLoading();
    }
    m_awaited = fields;
    m_stale = false;
    m_top = std::ranges::any_of(m_groups->groups(), &FacetGroup::wantsMore) ? MaxSearchedValues : MaxValues;
    Q_EMIT facetsRequested(fields, m_top);
}

void FilterPane::setFacet(const FacetResult &result)
{
    for (FacetGroup *group : m_groups->groups()) {
        if (group->field() == result.facet.field)
            group->setResult(result, m_top);
    }
    std::erase(m_awaited, result.facet.field);
    if (m_awaited.empty() && m_stale)
        m_asking.start(0);
}

void FilterPane::setFacetsFailed(const Error &error)
{
    for (FacetGroup *group : m_groups->groups()) {
        if (group->isExpanded())
            group->setFailed(error.message);
    }
    m_awaited.clear();
    m_stale = false;
}

void FilterPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_asking.start(0);
}

void FilterPane::showActive()
{
    const auto parts = Filter::conjuncts(m_filter->tree()).size();
    m_active->setText(parts == 0 ? tr("No filter")
                                 : tr("Filters: %1").arg(QLocale().toString(static_cast<qulonglong>(parts))));
    m_clear->setEnabled(parts > 0 || !m_filter->text().isEmpty());
}

} // namespace Trailglass

#include "moc_filterpane.cpp"
