// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/acceptedfilter.h"
#include "models/filter/filterterms.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <utility>

namespace Trailglass {

/// The one owner of the filter: query bar, pane, cells, inspector and presets all change it here.
///
/// While the text cannot be read the last filter that was accepted is in force (AcceptedFilter), never the beginning of
/// the text: all panes show it, and edits through the other functions go on from it and replace the broken text. What was
/// typed and is replaced at one stroke goes into the history, broken or not. Texts and trees are taken by value: a caller
/// may pass what this object itself gave out, such as an entry of history(), which the change replaces.
/// \thread GUI
class FilterState : public QObject
{
    Q_OBJECT

public:
    /// ms. A text that cannot be read for so long is more than one on its way: what shows the filter in force follows then.
    static constexpr int BrokenPause = 400;

    explicit FilterState(QObject *parent = nullptr);

    /// As typed, broken or not.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Terms that are turned off: in neither text() nor tree().
    [[nodiscard]] const DisabledTerms &disabledTerms() const { return m_disabled; }
    [[nodiscard]] FilterInput input() const { return {m_text, m_disabled}; }
    /// The tree in force. Never null.
    [[nodiscard]] const Filter::NodePointer &tree() const { return m_tree; }
    /// Whether at least the last letter of text() was typed.
    [[nodiscard]] bool isTyped() const { return m_isTyped; }
    /// What is wrong with text(), if anything.
    [[nodiscard]] const std::optional<Filter::SyntaxError> &error() const { return m_error; }

    /// Texts that were put to use or replaced, newest first, each once, at most MaxHistory.
    static constexpr int MaxHistory = 100;
    [[nodiscard]] const QStringList &history() const { return m_history; }
    void setHistory(const QStringList &history);
    /// Accepts the current text, and notes it when it is not blank; nothing while it is broken.
    void remember();
    /// The current text is meant as it is; nothing while it is broken.
    void accept();
    /// Nobody has typed for a while: the current text is looked at. Nothing while it is broken.
    void rest();

public Q_SLOTS:
    /// The names that values of `source` are held to from now on, see Filter::knownSources(); before the
    /// first call any name is good. The text may get right or wrong by it.
    void setSourceNames(const QStringList &names);
    /// As it is typed, letter by letter.
    void setText(QString text);
    /// As it is typed in place of all that was there: a filter of its own. Terms that were turned off are gone.
    void typeOver(QString text);
    /// At one stroke: cleared, taken from the history, from a preset. Terms that were turned off are gone.
    void replaceText(QString text) { replace({std::move(text), {}}); }
    /// Text and terms that are turned off, at one stroke.
    void replace(Trailglass::FilterInput input);
    /// The same, for what was in force before: where the text is broken, \a tree is in force again.
    void restore(Trailglass::FilterInput input, Trailglass::Filter::NodePointer tree);
    /// Puts the canonical text of \a tree in place of the text.
    ///
    /// A tree over the limits of a filter (a huge value, too many of them) changes nothing; refused() says
    /// so. A source that it names and that does not exist is an error of the query that uses it.
    void setTree(Trailglass::Filter::NodePointer tree);
    /// As setTree(), with other terms turned off.
    void setTerms(const std::vector<Trailglass::FilterTerm> &terms);

Q_SIGNALS:
    /// The tree in force is another one.
    void treeChanged(const Trailglass::Filter::NodePointer &tree);
    /// The text changed, or what is wrong with it, by whatever way. Before treeChanged().
    void textChanged(const QString &text);
    /// Before treeChanged().
    void disabledTermsChanged();
    void historyChanged(const QStringList &history);
    /// remember() was called, as Enter does, and the text can be read.
    void remembered();
    /// setTree() got a tree that no text can say.
    /// \param sentence  translated
    void refused(const QString &sentence);

private:
    enum class Way
    {
        Letters, ///< as it is typed: may be the beginning of something
        OneStroke
    };
    void put(FilterInput input, Filter::NodePointer tree, std::optional<Filter::SyntaxError> error, Way way);
    void read(FilterInput input, Filter::NodePointer otherwise, Way way);
    void write(Filter::NodePointer tree, DisabledTerms disabled);
    void endTyping();

    QStringList m_sourceNames;
    Filter::ValueRule m_rule; ///< empty until the names of sources are known
    QString m_text;
    DisabledTerms m_disabled;
    bool m_isTyped = false;
    Filter::NodePointer m_tree;
    AcceptedFilter m_accepted; ///< m_tree comes from here while there is an error
    std::optional<Filter::SyntaxError> m_error;
    QStringList m_history;
};

} // namespace Trailglass
