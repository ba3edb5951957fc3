// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

class QWidget;

namespace Trailglass {

class EventTable;
class EventTableModel;
class FindBar;

/// Finds a text in the table without filtering it: marks it in the cells, and goes from one row that has it
/// to the next.
///
/// Knows no engine: requested() asks for the rows, setFound() brings them.
/// \thread GUI
class TableFinder : public QObject
{
    Q_OBJECT

public:
    /// All outlive the finder.
    TableFinder(EventTable &table, EventTableModel &events, FindBar &bar, QObject *parent = nullptr);

    /// Shows the bar and gives it the keyboard.
    void open();
    void close();
    /// What is looked for; empty: nothing.
    [[nodiscard]] QString text() const { return m_text; }

    /// Nothing happens when the table got other rows since the last requested(), which then comes again.
    /// \param places  rows of the result that have the text, ascending; those that the table has not are left out
    void setFound(std::vector<std::size_t> places);
    void setProblem(const QString &sentence);
    /// Goes to the next row, or the previous one, and from the last to the first.
    /// \param step  1 or -1
    void step(int step);

Q_SIGNALS:
    /// Rows with this text in one of the columns are needed. Empty: no more.
    void requested(const QString &text);
    /// Events that have this text anywhere are to be shown. Not empty.
    void filterRequested(const QString &text);

private:
    void takeText();
    void lookAgain();
    void goTo(std::size_t number);

    EventTable &m_table;
    EventTableModel &m_events;
    FindBar &m_bar;
    QTimer m_typing;
    QTimer m_again; ///< after what changed the rows is done
    QString m_text;
    std::vector<std::size_t> m_found;
    int m_pendingStep = 0; ///< to be made when the rows of the text are here
};

} // namespace Trailglass
