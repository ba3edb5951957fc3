// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace Trailglass {

struct FilterTerm;

/// One term of the filter: a mark that turns it off and on, its text, a cross that removes it.
///
/// Checked while the term is enabled. Space turns it off and on, Enter or F2 edits it, - negates it, Delete
/// removes it; so do a click on the mark, on the text, with Alt, on the cross.
/// \thread GUI
class TermChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TermChip(QWidget *parent = nullptr);

    void setTerm(const FilterTerm &term);
    /// What the term stands for, for tool tip and accessible description: of a preset its filter; empty: it says all
    /// itself.
    void setExpansion(const QString &expansion);
    /// The line that says what a term stands for.
    [[nodiscard]] static QString meaning(const QString &expansion);

    /// Of every chip in this font.
    [[nodiscard]] static int heightIn(const QFontMetrics &metrics);

    /// As wide as its text, up to a maximum; where there is more room it may be wholeWidth().
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// px, of all of the text that is ever in sight.
    [[nodiscard]] int wholeWidth() const;

Q_SIGNALS:
    void toggleRequested();
    void negateRequested();
    void editRequested();
    void removeRequested();
    void menuRequested(const QPoint &globalPlace);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Part
    {
        None,
        Mark,
        Text,
        Cross
    };

    [[nodiscard]] Part partAt(const QPoint &place) const;
    [[nodiscard]] QRect visual(const QRect &place) const;
    [[nodiscard]] QRect markRect() const;
    [[nodiscard]] QRect crossRect() const;
    void paintMark(QPainter &painter) const;
    void paintCross(QPainter &painter) const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int textWidth() const;
    void updateDescriptions();

    QString m_whole; ///< the term as it is written, up to MaxChipText
    QString m_expansion; ///< likewise
    QString m_text; ///< safe to show, of the term without its negation
    QString m_word; ///< translated, before a negated text
    Part m_hovered = Part::None;
};

} // namespace Trailglass
