// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filterterms.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace Trailglass {

class FilterState;
class TermChip;

/// The terms of the filter as chips in one line, those turned off among them; what has no room is in a menu at
/// the end.
///
/// One stop of the Tab key: the arrows lead from chip to chip. Every change goes through the FilterState and is read
/// back from it.
/// \thread GUI
class TermBar : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the bar
    explicit TermBar(FilterState *filter, QWidget *parent = nullptr);

    /// What presets stand for, which the terms say from now on.
    void setPresets(Filter::PresetLookup lookup);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A term is to be edited in the text.
    void editRequested(const Trailglass::Filter::SourceRange &range);
    /// Escape, or the last chip is gone while it had the keyboard.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Change = void (TermBar::*)(std::size_t);

    void readBack();
    void arrange();
    int placeChips(int spare);
    TermChip *addChip();
    [[nodiscard]] QString expansionOf(std::size_t place) const;
    void explain(std::size_t place);
    void setCurrent(std::size_t place);
    void restoreFocus(bool hadFocus);
    void toggle(std::size_t place);
    void negate(std::size_t place);
    void remove(std::size_t place);
    void edit(std::size_t place);
    void addActions(QMenu *menu, std::size_t place);
    void showMenu(std::size_t place, const QPoint &globalPlace);
    void showMore();

    FilterState *m_filter;
    Filter::PresetLookup m_presets; ///< empty until it is set
    std::vector<FilterTerm> m_terms;
    std::vector<TermChip *> m_chips; ///< of the first terms; more than are shown
    std::size_t m_shown = 0; ///< chips in sight
    std::size_t m_current = 0; ///< the chip of the Tab key
    QToolButton *m_more;
};

} // namespace Trailglass
