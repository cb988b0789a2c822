"""The OpenAPI document: derived from the declarations of types, collections, parameters and problems alone."""
