// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QWidget>

class QToolButton;

namespace Trailglass {

class Announcer;
class SourceChip;
class SourcePopover;
class SourceTableModel;

/// The sources of the workspace in one line: how many failed, then each as a chip, as far as there is room.
/// Removed sources are left out. A chip opens the popover().
/// \thread GUI
class SourceStrip : public QWidget
{
    Q_OBJECT

public:
    /// \param model  outlives the strip
    explicit SourceStrip(SourceTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] SourcePopover &popover() const { return *m_popover; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Show all sources.
    /// \param current  the one to begin with; empty for none
    void allRequested(const QString &current);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showFailures();
    void layOut();
    void open(const SourceChip &chip);
    void paintIcons();
    [[nodiscard]] QRect visual(const QRect &place) const;
    [[nodiscard]] int chipsWidth(bool isAgeShown) const;
    [[nodiscard]] int failedWidth() const;

    SourceTableModel &m_model;
    QToolButton *m_failed;
    Announcer *m_announcer; ///< of m_failed
    QToolButton *m_more;
    QList<SourceChip *> m_chips;
    SourcePopover *m_popover;
    QString m_firstFailed; ///< a source; empty: none failed
};

} // namespace Trailglass
