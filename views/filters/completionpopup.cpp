// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/completionpopup.h"

#include "views/common/theme.h"
#include "views/filters/completionmodel.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QStyle>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxCandidatesShown = 10;
constexpr int CandidatePadding = 6; // px
constexpr int NarrowestList = 220; // px
constexpr int WidestList = 620; // px
constexpr int ColumnGap = 16; // px

/// Notes in a quieter colour, rows with some air. All candidates are measured with each key: none is laid out for that.
class CompletionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
        // One more: widths of texts are rounded, and are cut where they are not whole.
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 1 + 2 * margin,
                option.fontMetrics.height() + CandidatePadding};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        // The list never has the keyboard, but what is chosen in it is what Enter takes.
        option->state |= QStyle::State_Active;
        if (index.column() == CompletionModel::Note && !option->state.testFlag(QStyle::State_Selected))
            option->palette.setColor(QPalette::Text, Colours::quiet(option->palette));
    }
};

} // namespace

CompletionPopup::CompletionPopup(QAbstractItemModel *model)
{
    setObjectName("completions"_L1);
    setAccessibleName(tr("Completions of the filter"));
    setFocusPolicy(Qt::NoFocus);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHeaderHidden(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::StyledPanel);
    setItemDelegate(new CompletionDelegate(this));
    setModel(model);
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(8);
    header()->setSectionResizeMode(CompletionModel::Text, QHeaderView::Stretch);
    header()->setSectionResizeMode(CompletionModel::Note, QHeaderView::ResizeToContents);
    paintGround();
    hide();
    connect(this, &QTreeView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT accepted(index.row()); });
}

void CompletionPopup::showAt(QWidget *window, const QPoint &corner)
{
    if (parentWidget() != window)
        setParent(window);
    const bool hasCaption = !model()->headerData(CompletionModel::Text, Qt::Horizontal).toString().isEmpty();
    setHeaderHidden(!hasCaption);
    updateGeometries();
    setCurrentIndex({});
    scrollToTop();
    const int rows = std::min(model()->rowCount(), MaxCandidatesShown);
    const int frame = 2 * frameWidth();
    const bool scrolls = model()->rowCount() > rows;
    const int caption = hasCaption ? header()->sizeHint().height() : 0;
    const int captionWidth = hasCaption ? header()->sectionSizeHint(CompletionModel::Text) : 0;
    const int texts = std::max(sizeHintForColumn(CompletionModel::Text), captionWidth) + ColumnGap
        + sizeHintForColumn(CompletionModel::Note) + frame
        + (scrolls ? verticalScrollBar()->sizeHint().width() : 0);
    const int width = std::min(std::clamp(texts, NarrowestList, WidestList), window->width());
    const int room = window->height() - corner.y();
    if (room < sizeHintForRow(0) + frame + caption)
        return hide();
    const int height = std::min(rows * sizeHintForRow(0) + frame + caption, room);
    setGeometry(std::clamp(corner.x(), 0, window->width() - width), corner.y(), width, height);
    raise();
    show();
}

int CompletionPopup::chosenRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void CompletionPopup::moveChoice(int rows)
{
    const int count = model()->rowCount();
    const int from = chosenRow();
    int row = from + rows;
    if (from < 0 && rows < 0)
        row = count - 1;
    else if (from >= 0 && std::abs(rows) > 1) // by pages never past the end
        row = std::clamp(row, 0, count - 1);
    if (from < 0 && rows > 1)
        row = 0;
    setCurrentIndex(row >= 0 && row < count ? model()->index(row, 0) : QModelIndex());
}

void CompletionPopup::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintGround();
}

/// On a dark ground a list over another list has no edge: the colour of menus sets it off.
void CompletionPopup::paintGround()
{
    viewport()->setBackgroundRole(isDark(palette()) ? QPalette::Button : QPalette::Base);
}

} // namespace Trailglass

#include "moc_completionpopup.cpp"
