// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/filters/completioncandidates.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace Trailglass {

class CompletionModel;
class CompletionPopup;
class QueryEdit;

/// Offers, while a filter is typed, what it may go on with: fields, operators, values and presets.
///
/// While the list is in sight Up and Down choose from it, Tab or Enter takes what is chosen (Tab the first
/// where nothing is), Escape closes it. Enter with nothing chosen does what it does without a list.
/// Ctrl+Space requests the list where nothing is typed yet. Nothing is counted here: connect valuesWanted()
/// and give the result to setValues().
/// \thread GUI
class QueryCompleter : public QObject
{
    Q_OBJECT

public:
    /// \param edit  outlives the completer
    explicit QueryCompleter(QueryEdit *edit, QObject *parent = nullptr);
    ~QueryCompleter() override;

public Q_SLOTS:
    /// A result for another field than the one being typed is ignored.
    void setValues(const Trailglass::Facet &facet);
    void setPresetNames(const QStringList &names);
    /// Requests values again with the next key: they may have changed.
    void setOutdated();

Q_SIGNALS:
    /// Values of \a field are being typed.
    void valuesWanted(const Trailglass::Filter::FieldReference &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update(bool isAskedFor);
    void wantValues();
    void showCandidates();
    void accept(int row);
    void close();
    bool handlesKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] bool takesKey(int key, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] std::vector<CompletionCandidate> candidates() const;

    QueryEdit *m_edit;
    CompletionModel *m_model;
    QPointer<CompletionPopup> m_popup; ///< of the window it is shown in
    Filter::CompletionPlace m_place; ///< of the last update()
    int m_cursor = 0; ///< at the last update()
    bool m_isActive = false; ///< the list is shown, or will be when values come
    std::optional<Filter::FieldReference> m_field; ///< whose values m_values are
    std::vector<CompletionValue> m_values;
    std::vector<CompletionValue> m_presets;
    bool m_isOutdated = false;
};

} // namespace Trailglass
