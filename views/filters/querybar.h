// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace Trailglass {

class FilterState;
class QueryCompleter;
class QueryEdit;

/// The filter as one line of text; under it what is wrong with it, or what it means and found.
/// \thread GUI
class QueryBar : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the bar
    explicit QueryBar(FilterState *filter, QWidget *parent = nullptr);

    /// Puts the keyboard into the line and selects the text.
    void focusText();

    /// Offers what the text may go on with; lives as long as the bar.
    [[nodiscard]] QueryCompleter &completer() { return *m_completer; }

public Q_SLOTS:
    /// \param interval  from intervalText(), or empty
    void setResult(qint64 count, qint64 total, const QString &interval);
    /// A filter that reads well but cannot run; until the next result. An empty text removes it.
    void setProblem(const QString &sentence);
    /// A short wait is not shown.
    void setBusy(bool busy);

Q_SIGNALS:
    /// Escape: the keyboard should go back to the events.
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();
    void showState();
    void useSuggestion();
    void showHistory();

    FilterState *m_filter;
    QueryEdit *m_edit;
    QueryCompleter *m_completer;
    QLabel *m_status;
    QPushButton *m_suggestion;
    QProgressBar *m_busy;
    QMenu *m_history;
    QTimer m_busyDelay;
    QString m_result;
    QString m_problem;
};

} // namespace Trailglass
