// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/filters/facetdelegate.h"

#include <QListView>
#include <QPersistentModelIndex>

#include <optional>

namespace Trailglass {

/// A list of values, as high as its rows, that signals what was requested for a row: click or space includes,
/// with Alt (or `-`) excludes, the context menu key opens the menu at the row.
///
/// The keyboard is in use here once it came by other than a click, or a key was pressed here, until it goes
/// elsewhere; a menu in between changes nothing. When the values change, the keyboard stays at its value, or where
/// it was in the list if that is gone.
/// Notifies assistive technology when the row of the keyboard changes its state.
class FacetView : public QListView
{
    Q_OBJECT

public:
    explicit FacetView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] QSize sizeHint() const override;
    /// \param position  in the viewport; outside of all rows it is none of their actions
    [[nodiscard]] FacetTarget targetAt(const QPoint &position) const;
    /// Of the widest count among the first, px: measured once after each change, not with each row that is painted.
    [[nodiscard]] int widthOfFirstCounts() const;

    /// Whether the keyboard is in use here.
    [[nodiscard]] bool hasKeyboard() const { return m_hasKeyboard; }

    void reset() override;

Q_SIGNALS:
    /// hasKeyboard() from now on, or no longer.
    void keyboardChanged();
    void included(int row);
    void excluded(int row);
    /// The row's value in place of all others.
    void onlyRequested(int row);
    void menuRequested(int row, const QPoint &globalPlace);
    /// The keyboard is at another row, which lies here in the view.
    void currentMoved(const QRect &place);
    /// The keyboard goes on above the first row, or below the last.
    void leftUpwards();
    void leftDownwards();
    /// A letter was typed, to search for.
    void typed(const QString &text);
    /// The row of the keyboard was included, excluded or neither, and is another of these now.
    void currentStateChanged(int row);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] bool handlesKey(const QKeyEvent &event);
    void setKeyboard(bool isHere);
    void keepPlace();
    void findPlace();
    void noteState();
    void notify(int row);

    FacetDelegate *m_delegate;
    mutable std::optional<int> m_widthOfFirstCounts; ///< nothing until they are measured
    bool m_hasKeyboard = false;
    QPersistentModelIndex m_pressed; ///< by the mouse, last
    QVariant m_placeKey; ///< FacetKeyRole of the current row before the model was reset
    int m_placeRow = -1; ///< likewise; -1: none was
    QVariant m_state; ///< Qt::CheckStateRole of the current row, as last notified
};

} // namespace Trailglass
