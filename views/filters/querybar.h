// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;

namespace Trailglass {

class ElidedButton;
class ElidedLabel;
class FilterHistory;
class FilterState;
class QueryCompleter;
class QueryEdit;
class TermBar;

/// The filter as one line of text; under it its terms as chips and what it found, or what is wrong with it.
/// \thread GUI
class QueryBar : public QWidget
{
    Q_OBJECT

public:
    /// \param filter, history  outlive the bar
    QueryBar(FilterState *filter, FilterHistory *history, QWidget *parent = nullptr);

    /// Puts the keyboard into the line and selects the text.
    void focusText();

    /// TermBar::setPresets()
    void setPresets(const Filter::PresetLookup &lookup);

    /// Offers what the text may go on with; lives as long as the bar.
    [[nodiscard]] QueryCompleter &completer() { return *m_completer; }

public Q_SLOTS:
    /// \param interval  from intervalText(), or empty
    void setResult(qint64 count, qint64 total, const QString &interval);
    /// Shows “Searching…” in place of the last result, until the next result or problem.
    void setSearching();
    /// A filter that reads well but cannot run; until the next result. An empty text removes it.
    void setProblem(const QString &sentence);
    /// Whether the panes show the filter in force in place of a text that cannot be read: then the bar says which.
    void setAcceptedShown(bool isShown);
    /// A short wait is not shown.
    void setBusy(bool busy);

Q_SIGNALS:
    /// Escape: the keyboard should go back to the events.
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void select(const Filter::SourceRange &range);
    void showText();
    void showState();
    [[nodiscard]] QString shownFilter() const;
    void useSuggestion();
    void showHistory();

    FilterState *m_filter;
    FilterHistory *m_steps;
    QueryEdit *m_edit;
    QueryCompleter *m_completer;
    TermBar *m_terms;
    QLabel *m_sign; ///< of something wrong, before the message
    ElidedLabel *m_status;
    ElidedButton *m_suggestion;
    ElidedLabel *m_shown; ///< which filter is shown in place of the text; takes the room after a message
    QProgressBar *m_busy;
    QMenu *m_history;
    QTimer m_busyDelay;
    QString m_result;
    bool m_isSearching = false; ///< m_result is of an earlier filter
    bool m_isAcceptedShown = false;
    QString m_problem;
};

} // namespace Trailglass
