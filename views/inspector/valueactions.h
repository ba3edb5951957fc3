// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "views/common/filterintent.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>

class QAbstractItemView;
class QAction;

namespace Trailglass {

/// The value in the current row of a view of the inspector.
struct InspectedValue
{
    std::optional<Filter::FieldReference> place; ///< nothing when no filter can name it
    std::optional<Filter::FieldValue> filterValue; ///< nothing when it is no single value
    std::function<std::string()> text; ///< the whole value; null when there is none
    std::function<std::string()> json; ///< the same as it stands in the JSON; null for what is no part of it
};

/// What can be done with a value, as the context menu and keys of an item view.
///
/// The keys are taken before the window's own shortcuts see them (ViewShortcuts).
/// \thread GUI
class ValueActions : public QObject
{
    Q_OBJECT

public:
    /// \param view     owns this object; has its model already
    /// \param current  asked whenever the current row changes or an action is triggered
    ValueActions(QAbstractItemView *view, std::function<InspectedValue()> current);

    /// Enables what the current value allows. The model was reset.
    void refresh();
    /// Nothing can be done until refresh(): what is shown is about to be replaced.
    void suspend();

Q_SIGNALS:
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    /// \param column  a field's name or an `@path`
    void columnRequested(const QString &column);
    /// \param field  a field's name or an `@path`, to be counted by its values
    void facetRequested(const QString &field);
    /// Show the whole value in a window.
    /// \param title  what it is called
    void openRequested(const QString &title, const std::string &text);

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &keys);
    void addSeparator();
    void addFilter(const QString &name, FilterEdit edit);
    void copyAsFilter();
    void enableFor(const InspectedValue &value);

    QAbstractItemView *m_view;
    std::function<InspectedValue()> m_current;
    bool m_isSuspended = false;
    QList<QAction *> m_filters;
    QAction *m_column = nullptr;
    QAction *m_copyValue = nullptr;
    QAction *m_copyFilter = nullptr;
    QAction *m_copyPath = nullptr;
    QAction *m_copyJson = nullptr;
    QAction *m_facet = nullptr;
    QAction *m_openValue = nullptr;
};

/// A text for the clipboard, unchanged.
void copyText(const std::string &text);

} // namespace Trailglass
