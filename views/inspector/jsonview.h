// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/jsonsearch.h"
#include "models/table/jsontreemodel.h"
#include "views/common/filterintent.h"

#include "models/filter/edits.h"

#include <QPersistentModelIndex>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace Trailglass {

class JsonExpansion;
class JsonTreeView;
class ValueActions;

/// The JSON of an event as a tree, with a line to search it.
/// \thread GUI
class JsonView : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    /// Null shows nothing. The search text stays, and so do the current place, what is open, and the scroll
    /// position, as far as the document has them.
    void setDocument(std::shared_ptr<const std::string> raw);
    /// Nothing can be done with a value until the next call of it.
    void suspend();

Q_SIGNALS:
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    void columnRequested(const QString &column);
    void facetRequested(const QString &field);
    void openRequested(const QString &title, const std::string &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearchLine();
    void addExpandActions();
    void startSearch();
    void continueSearch();
    /// By 1 or −1, around the ends.
    void go(int step);
    void showMatch();
    /// Goes a portion of the way to the match.
    void continueSeek();
    void showPosition();
    /// Whether there is one, and nobody scrolled or went to another value since.
    [[nodiscard]] bool isPlaceToCome() const;
    /// Restores the place when everything is open.
    void completePlace();

    /// A scroll position that the tree is not long enough for until more of it is open.
    struct PlaceToCome
    {
        int wanted;
        int shown; ///< in its place
        QPersistentModelIndex current; ///< then
    };

    /// Bytes looked at before the window gets its turn.
    static constexpr std::size_t BytesPerStep = 256 * 1024;

    JsonTreeModel *m_model;
    JsonTreeView *m_tree;
    JsonExpansion *m_expansion;
    ValueActions *m_actions;
    QLineEdit *m_text = nullptr;
    QLabel *m_position = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QTimer *m_typing;
    QTimer *m_searching;
    QTimer *m_seeking; ///< active until the match is in sight
    std::shared_ptr<const std::string> m_raw;
    JsonTrail m_trail; ///< to the last current value
    std::optional<PlaceToCome> m_placeToCome;
    std::unique_ptr<JsonSearch> m_search;
    int m_match = -1; ///< of the search's matches, the one shown
};

} // namespace Trailglass
