// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/jsontreemodel.h"

#include <QObject>
#include <QPersistentModelIndex>

#include <deque>
#include <vector>

class QTimer;

namespace Trailglass {

class JsonTreeView;

/// Which values of a JSON tree are open: remembers what the user opened and closed from one document to the next,
/// and opens or closes all of them, in the documents that follow too.
/// \thread GUI
class JsonExpansion : public QObject
{
    Q_OBJECT

public:
    /// Values that the user opened or closed and that are remembered, the latest.
    static constexpr std::size_t MaxRemembered = 300;
    /// Values that expandAll() opens at most.
    static constexpr int MaxOpened = 2'000;

    /// \param tree, model  the tree owns this object and shows the model
    JsonExpansion(JsonTreeView &tree, JsonTreeModel &model);

    /// The model has another document: opens and closes what the user did in those before, as far as it is there.
    /// \param opensFirst  opens the first level too, unless the user closed it, or opened or closed everything
    void restore(bool opensFirst);
    /// Opens everything, a portion each turn of the event loop; in documents that follow too, but for what is closed
    /// afterwards.
    void expandAll();
    /// In documents that follow too, but for what is opened afterwards.
    void collapseAll();
    /// Whether values are still to be opened in later turns of the event loop.
    [[nodiscard]] bool isOpening() const { return !m_toOpen.empty(); }

Q_SIGNALS:
    /// Everything that was to be opened is open.
    void completed();

private:
    struct Remembered
    {
        JsonTrail trail;
        bool isOpen = false;
    };
    /// What is open before the single values that the user opened or closed.
    enum class Extent
    {
        FirstLevel,
        Everything,
        Nothing
    };

    void remember(const QModelIndex &index, bool isOpen);
    [[nodiscard]] bool wasClosed(const QModelIndex &index) const;
    void openEverything();
    void addToOpen(const QModelIndex &around);
    void openSome();

    JsonTreeView &m_tree;
    JsonTreeModel &m_model;
    bool m_isRestoring = false;
    Extent m_extent = Extent::FirstLevel;
    std::vector<Remembered> m_remembered; ///< oldest first, each trail once
    std::deque<QPersistentModelIndex> m_toOpen;
    int m_opened = 0;
    QTimer *m_opening;
};

} // namespace Trailglass
