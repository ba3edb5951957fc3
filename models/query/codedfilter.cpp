// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/codedfilter.h"

#include "models/store/schema.h"

#include <variant>
#include <vector>

namespace Trailglass {

namespace {

bool isCodedField(const Filter::FieldReference &reference)
{
    if (std::holds_alternative<Filter::DerivedField>(reference))
        return true; // of created
    const auto *const field = std::get_if<Field>(&reference);
    if (!field)
        return false;
    const Schema::Storage storage = Schema::storage(*field);
    return storage == Schema::Storage::Integer || storage == Schema::Storage::Code;
}

} // namespace

bool isOverCodedFields(const Filter::NodePointer &tree)
{
    std::vector<const Filter::Node *> open{tree.get()};
    while (!open.empty()) {
        const Filter::Node *const node = open.back();
        open.pop_back();
        if (const auto *const term = std::get_if<Filter::Term>(&node->content)) {
            if (!isCodedField(term->field))
                return false;
        } else if (const auto *const negation = std::get_if<Filter::Not>(&node->content)) {
            open.push_back(negation->child.get());
        } else if (const auto *const all = std::get_if<Filter::And>(&node->content)) {
            for (const Filter::NodePointer &child : all->children)
                open.push_back(child.get());
        } else if (const auto *const any = std::get_if<Filter::Or>(&node->content)) {
            for (const Filter::NodePointer &child : any->children)
                open.push_back(child.get());
        } else if (!std::holds_alternative<Filter::All>(node->content)) {
            return false;
        }
    }
    return true;
}

} // namespace Trailglass
