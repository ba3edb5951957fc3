// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetview.h"

#include "views/filters/facetroles.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

constexpr int MeasuredCounts = 8; ///< the first are the greatest

/// Whether the keyboard leaves for something that gives it back.
bool isForAMenu(Qt::FocusReason reason)
{
    return reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason;
}

} // namespace

FacetView::FacetView(QWidget *parent)
    : QListView(parent)
    , m_delegate(new FacetDelegate(*this))
{
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The pane shows through, and the boxes to check stand out from it in dark too.
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &FacetView::currentStateChanged, this, &FacetView::notify);
}

void FacetView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    const auto resize = [this] {
        setFixedHeight(sizeHint().height());
    };
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &FacetView::keepPlace);
    connect(model, &QAbstractItemModel::modelReset, this, [this, resize] {
        resize();
        findPlace();
    });
    resize();
}

void FacetView::keepPlace()
{
    m_placeKey = currentIndex().data(FacetKeyRole);
    m_placeRow = currentIndex().row();
}

/// The row of the same value, or the one that took its place: the keyboard would begin again at the top.
void FacetView::findPlace()
{
    const int rows = model()->rowCount();
    if (m_placeRow < 0 || rows == 0)
        return;
    int found = std::min(m_placeRow, rows - 1);
    for (int row = 0; row < rows; ++row) {
        if (model()->index(row, 0).data(FacetKeyRole) == m_placeKey) {
            found = row;
            break;
        }
    }
    setCurrentIndex(model()->index(found, 0));
}

void FacetView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = indexAt(event->position().toPoint());
}

FacetTarget FacetView::targetAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return FacetTarget::Value;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->targetAt(option, index, position);
}

int FacetView::widthOfFirstCounts() const
{
    if (m_widthOfFirstCounts)
        return *m_widthOfFirstCounts;
    const QFontMetrics metrics = fontMetrics();
    const int rows = std::min(model()->rowCount(), MeasuredCounts);
    int widest = 0;
    for (int row = 0; row < rows; ++row) {
        const QString count = model()->index(row, 0).data(FacetCountRole).toString();
        widest = std::max(widest, metrics.horizontalAdvance(count));
    }
    m_widthOfFirstCounts = widest;
    return widest;
}

void FacetView::reset()
{
    m_widthOfFirstCounts.reset();
    QListView::reset();
}

QSize FacetView::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {QListView::sizeHint().width(), rows > 0 ? rows * sizeHintForRow(0) : 0};
}

void FacetView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    m_pressed = indexAt(event->position().toPoint()); // the second press of two quick ones
}

void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    // Not where rows came or went since it was pressed either.
    if (event->button() != Qt::LeftButton || !index.isValid() || index != m_pressed)
        return;
    const FacetTarget target = targetAt(position);
    if (target == FacetTarget::Exclude || event->modifiers().testFlag(Qt::AltModifier))
        Q_EMIT excluded(index.row());
    else if (target == FacetTarget::Only)
        Q_EMIT onlyRequested(index.row());
    else
        Q_EMIT included(index.row());
}

bool FacetView::handlesKey(const QKeyEvent &event)
{
    const int row = currentIndex().row();
    const bool isSpace = event.key() == Qt::Key_Space || event.key() == Qt::Key_Select;
    const bool isExclusion =
        event.key() == Qt::Key_Minus || (isSpace && event.modifiers().testFlag(Qt::AltModifier));
    const bool isText = !event.text().isEmpty() && event.text().front().isLetterOrNumber()
        && (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (row >= 0 && isExclusion)
        Q_EMIT excluded(row);
    else if (row >= 0 && isSpace)
        Q_EMIT included(row);
    else if (event.key() == Qt::Key_Up && row <= 0)
        Q_EMIT leftUpwards();
    else if (event.key() == Qt::Key_Down && row + 1 == model()->rowCount())
        Q_EMIT leftDownwards();
    else if (isText)
        Q_EMIT typed(event.text());
    else
        return false;
    return true;
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    if (hasFocus())
        setKeyboard(true);
    if (handlesKey(*event))
        return;
    QListView::keyPressEvent(event);
    if (currentIndex().isValid())
        Q_EMIT currentMoved(visualRect(currentIndex()));
}

void FacetView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(index.row(), place);
}

void FacetView::changeEvent(QEvent *event)
{
    m_widthOfFirstCounts.reset(); // the font may be another one
    QListView::changeEvent(event);
}

void FacetView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    noteState();
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::MouseFocusReason && reason != Qt::ActiveWindowFocusReason && !isForAMenu(reason))
        setKeyboard(true);
    if (currentIndex().isValid() && reason != Qt::MouseFocusReason)
        Q_EMIT currentMoved(visualRect(currentIndex()));
}

void FacetView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    if (!isForAMenu(event->reason()))
        setKeyboard(false);
}

void FacetView::setKeyboard(bool isHere)
{
    if (std::exchange(m_hasKeyboard, isHere) != isHere)
        Q_EMIT keyboardChanged();
}

void FacetView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    noteState();
}

void FacetView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                            const QList<int> &roles)
{
    m_widthOfFirstCounts.reset();
    QListView::dataChanged(topLeft, bottomRight, roles);
    const QVariant before = m_state;
    noteState();
    if (hasFocus() && currentIndex().isValid() && before != m_state)
        Q_EMIT currentStateChanged(currentIndex().row());
}

/// Of the state, and of the name: that says more than a box can, such as that the value is excluded.
void FacetView::notify(int row)
{
    QAccessible::State changed;
    changed.checked = true;
    QAccessibleStateChangeEvent state(this, changed);
    state.setChild(row);
    QAccessible::updateAccessibility(&state);
    QAccessibleEvent name(this, QAccessible::NameChanged);
    name.setChild(row);
    QAccessible::updateAccessibility(&name);
}

void FacetView::noteState()
{
    m_state = currentIndex().data(Qt::CheckStateRole);
}

} // namespace Trailglass

#include "moc_facetview.cpp"
