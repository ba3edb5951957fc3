// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTreeView>

class QTimer;

namespace Trailglass {

class JsonTreeModel;

/// The tree of a JsonTreeModel: fetches more of every value whose last row comes into sight.
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    /// \param model  outlives the view
    explicit JsonTreeView(JsonTreeModel &model, QWidget *parent = nullptr);

    /// Makes a row current and in sight, with everything around it open.
    void reveal(const QModelIndex &index);
    /// The document was replaced: scrolls to where it was, and further if \a current is not in sight there.
    /// \param current  becomes the current row; may be invalid
    void restorePlace(int scrolled, const QModelIndex &current);
    /// Gives the names the room they need, within limits.
    void fitColumns();

    void setModel(QAbstractItemModel *model) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fetchInSight();

    JsonTreeModel &m_json;
    QTimer *m_fetching;
};

} // namespace Trailglass
