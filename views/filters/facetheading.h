// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPoint>
#include <QToolButton>

namespace Trailglass {

/// The heading of a facet: an arrow, the name of the field, how many of its values are chosen or that they are
/// being counted, and under the pointer or the keyboard a button for its menu. No name makes it wider; a name
/// that is cut is whole in the tool tip, as is what is said beside it.
class FacetHeading : public QToolButton
{
    Q_OBJECT

public:
    /// \param title  of the group, as it is: may be a JSON path
    explicit FacetHeading(QString title, QWidget *parent = nullptr);

    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const { return m_expanded; }
    void setChosen(std::size_t included, std::size_t excluded);
    void setCounting(bool counting);

    /// What is said beside the name at the present width, which leaves the name whole: how many values are chosen in words, then
    /// in numbers alone (excluded ones with a minus sign), then nothing; or that they are being counted.
    [[nodiscard]] QString shownState() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// isExpanded() is another; assistive programs are notified.
    void expandedChanged(bool expanded);
    void expandRequested(bool expanded);
    /// By the menu key, the other button of the mouse, or the button for it.
    void menuRequested(const QPoint &globalPlace);
    void leftUpwards();
    void leftDownwards();
    /// Alt+Up and Alt+Down.
    void moveRequested(int step);
    /// The heading is being dragged, and the pointer is here.
    void draggedTo(const QPoint &globalPlace);
    /// Delete.
    void hideRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void notify();
    void showState();
    [[nodiscard]] QRect visual(const QRect &place) const;
    [[nodiscard]] QRect menuPlace() const;
    [[nodiscard]] QRect textPlace() const;
    [[nodiscard]] bool showsMenu() const;
    [[nodiscard]] bool handlesKey(const QKeyEvent &event);

    QString m_title;
    QString m_chosen; ///< empty: none are
    QString m_chosenNumbers; ///< the same without words
    bool m_expanded = false;
    bool m_counting = false;
    QPoint m_pressed; ///< where the mouse was
    bool m_dragged = false; ///< since then
};

} // namespace Trailglass
