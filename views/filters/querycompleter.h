// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/jsonsample.h"
#include "views/filters/completioncandidates.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace Trailglass {

class CompletionModel;
class CompletionPopup;
class QueryEdit;

/// Offers, while a filter is typed, what it may go on with: fields, JSON paths, operators, values and presets.
///
/// While the list is in sight Up and Down choose from it, Tab or Enter takes what is chosen (Tab the first
/// where nothing is), Escape closes it. Enter with nothing chosen does what it does without a list.
/// Ctrl+Space requests the list where nothing is typed yet. Nothing is counted here: connect valuesRequested()
/// and sampleRequested(), and give the results to setValues() and setSample(). Above what comes from a sample the list
/// says so.
/// \thread GUI
class QueryCompleter : public QObject
{
    Q_OBJECT

public:
    /// \param edit  outlives the completer
    /// \param above  what the list stands below: the line, and what is said of its text; outlives the completer
    QueryCompleter(QueryEdit *edit, QWidget *above, QObject *parent = nullptr);
    ~QueryCompleter() override;

public Q_SLOTS:
    /// What valuesRequested() requested last; a result for another field is ignored.
    void setValues(const Trailglass::Facet &facet);
    /// What sampleRequested() requested last; a sample of something else is ignored.
    void setSample(const Trailglass::JsonSample &sample);
    void setPresetNames(const QStringList &names);
    /// Requests values again with the next key: they may have changed.
    void setOutdated();

Q_SIGNALS:
    /// A value, or the name of a preset, was put into the line: what stands there is no beginning of it.
    void valueAccepted();
    /// Values of \a field are being typed, which is no `@path`.
    /// \param rest  what else an event must match; null: the rest of the text is broken, so that counts would
    /// be of something else
    void valuesRequested(const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::NodePointer &rest);
    /// An `@path`, or a value at one, is being typed.
    /// \param path  whose values; nothing: paths
    /// \param rest  as of valuesRequested()
    void sampleRequested(const std::optional<Trailglass::Filter::JsonPath> &path,
                         const Trailglass::Filter::NodePointer &rest);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update(bool isAskedFor);
    void wantValues();
    void take(const Facet &facet);
    void showCandidates();
    void accept(int row);
    void close();
    bool handlesKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] bool takesKey(int key, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] std::vector<CompletionCandidate> candidates() const;

    QPointer<QueryEdit> m_edit; ///< a sibling, which may be destroyed before this
    QWidget *m_above;
    CompletionModel *m_model;
    QPointer<CompletionPopup> m_popup; ///< of the window it is shown in
    Filter::CompletionPlace m_place; ///< of the last update()
    int m_cursor = 0; ///< at the last update()
    bool m_isActive = false; ///< the list is shown, or will be when values come
    Filter::CompletionPlace::Kind m_wanted = Filter::CompletionPlace::Kind::Nothing; ///< what m_values are
    std::optional<Filter::FieldReference> m_field; ///< whose values m_values are
    Filter::NodePointer m_rest; ///< of the filter they were requested for; null as for valuesRequested()
    std::vector<CompletionValue> m_values; ///< or paths
    qint64 m_sampled = 0; ///< events that m_values are counted in, where these are not all; else 0
    std::vector<CompletionValue> m_presets;
    bool m_isOutdated = false;
};

} // namespace Trailglass
