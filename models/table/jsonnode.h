// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonchildscanner.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// One row of JsonTreeModel: a value where it stands, and what was found in it so far.
/// \thread GUI
struct JsonNode
{
    enum class Note : quint8
    {
        None,
        Unreadable, ///< not a value: here the document stops being JSON
        Omitted, ///< not a value: there are more rows than are shown
    };
    enum class Inside : quint8
    {
        Unknown,
        No,
        Yes
    };
    /// A string up to this length is looked into as soon as it is shown, a longer one when it is opened.
    static constexpr std::size_t LookedInto = 64 * 1024;

    /// Made when the value is opened for the first time.
    struct Contents
    {
        std::shared_ptr<const std::string> text; ///< owner of the bytes, when they came out of a string
        std::string_view bytes;
        JsonChildScanner scanner;
        std::vector<std::unique_ptr<JsonNode>> children;
        bool isWhole = false; ///< no more children come
    };

    JsonNode *parent = nullptr;
    int row = 0;
    int nesting = 0; ///< values around it
    Note note = Note::None;
    Inside inside = Inside::Unknown; ///< whether a string is JSON
    std::string_view name; ///< with its quotes; empty for an element
    JsonValueView value; ///< of an object or array the bracket only
    std::string_view bytes; ///< from the value on to the end of the text it stands in
    std::unique_ptr<Contents> contents;

    [[nodiscard]] bool isContainer() const;
    /// Whether it is a string that opens. Of a long one that was not opened yet: whether it looks like it.
    [[nodiscard]] bool holdsJson();
    /// Whether it has children, or may have.
    [[nodiscard]] bool isExpandable();
    /// Gets ready for children.
    /// \returns false when there are none to be had
    bool open();
    /// The bytes of an object or array, brackets included; to the end of its text when it is broken.
    [[nodiscard]] std::string_view wholeContainer() const;

private:
    void openText(std::string text);
};

} // namespace Trailglass
