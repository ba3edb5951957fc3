// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/jsonexpansion.h"

#include "views/inspector/jsontreeview.h"

#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr int OpenedPerTurn = 50;

/// Whether two trails lead to the same value of documents of one shape.
bool isSameTrail(const JsonTrail &left, const JsonTrail &right)
{
    return std::ranges::equal(left, right, [](const JsonTrailStep &one, const JsonTrailStep &other) {
        return one.name == other.name && (!one.name.empty() || one.row == other.row);
    });
}

} // namespace

JsonExpansion::JsonExpansion(JsonTreeView &tree, JsonTreeModel &model)
    : QObject(&tree)
    , m_tree(tree)
    , m_model(model)
    , m_opening(new QTimer(this))
{
    m_opening->setInterval(0);
    connect(m_opening, &QTimer::timeout, this, &JsonExpansion::openSome);
    connect(&tree, &QTreeView::expanded, this, [this](const QModelIndex &index) { remember(index, true); });
    connect(&tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) { remember(index, false); });
}

void JsonExpansion::remember(const QModelIndex &index, bool isOpen)
{
    if (m_isRestoring)
        return;
    JsonTrail trail = m_model.trail(index);
    std::erase_if(m_remembered, [&trail](const Remembered &each) { return isSameTrail(each.trail, trail); });
    m_remembered.push_back({std::move(trail), isOpen});
    if (m_remembered.size() > MaxRemembered)
        m_remembered.erase(m_remembered.begin());
}

void JsonExpansion::restore(bool opensFirst)
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    m_opening->stop();
    m_toOpen.clear();
    if (m_extent == Extent::Everything)
        openEverything();
    else if (m_extent == Extent::FirstLevel && opensFirst)
        m_tree.expandToDepth(0);
    // What is around a value opens before it.
    std::vector<const Remembered *> ordered;
    for (const Remembered &each : m_remembered)
        ordered.push_back(&each);
    std::ranges::stable_sort(ordered, {}, [](const Remembered *each) { return each->trail.size(); });
    for (const Remembered *each : ordered) {
        const QModelIndex index = m_model.follow(each->trail);
        if (index.isValid())
            m_tree.setExpanded(index, each->isOpen);
    }
}

/// After everything was opened.
bool JsonExpansion::wasClosed(const QModelIndex &index) const
{
    if (m_remembered.empty())
        return false;
    const JsonTrail trail = m_model.trail(index);
    return std::ranges::any_of(m_remembered, [&trail](const Remembered &each) {
        return !each.isOpen && isSameTrail(each.trail, trail);
    });
}

void JsonExpansion::expandAll()
{
    m_extent = Extent::Everything;
    m_remembered.clear();
    openEverything();
}

void JsonExpansion::openEverything()
{
    m_toOpen.clear();
    m_opened = 0;
    addToOpen({});
    m_opening->start();
    openSome();
}

/// What can be opened of the values in \a around, as far as it is going to be.
void JsonExpansion::addToOpen(const QModelIndex &around)
{
    for (int row = 0; row < m_model.rowCount(around); ++row) {
        if (m_opened + static_cast<int>(m_toOpen.size()) >= MaxOpened)
            return;
        const QModelIndex index = m_model.index(row, JsonTreeModel::NameColumn, around);
        if (m_model.hasChildren(index) && !wasClosed(index))
            m_toOpen.emplace_back(index);
    }
}

void JsonExpansion::openSome()
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    for (int turn = 0; turn < OpenedPerTurn && !m_toOpen.empty(); ++turn) {
        const QPersistentModelIndex index = m_toOpen.front();
        m_toOpen.pop_front();
        if (!index.isValid())
            continue;
        ++m_opened;
        if (m_model.rowCount(index) == 0)
            m_model.fetchMore(index);
        m_tree.expand(index);
        addToOpen(index);
    }
    if (m_toOpen.empty()) {
        m_opening->stop();
        Q_EMIT completed();
    }
}

void JsonExpansion::collapseAll()
{
    m_opening->stop();
    m_toOpen.clear();
    m_extent = Extent::Nothing;
    m_remembered.clear();
    m_tree.collapseAll();
}

} // namespace Trailglass

#include "moc_jsonexpansion.cpp"
